-- AlterTable
ALTER TABLE "Role" ADD COLUMN     "trustedIds" TEXT COLLATE "C" NOT NULL DEFAULT '{}';

-- CreateTable
CREATE TABLE "MfaDevice" (
    "accountId" TEXT COLLATE "C" NOT NULL,
    "nameKey" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "path" TEXT COLLATE "C" NOT NULL,
    "seedSealed" TEXT COLLATE "C" NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "userId" TEXT COLLATE "C",
    "enabledAt" TIMESTAMP(3),
    "lastUsedStep" INTEGER,
    "drift" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "MfaDevice_pkey" PRIMARY KEY ("accountId","nameKey")
);

-- CreateTable
CREATE TABLE "SshPublicKey" (
    "accountId" TEXT COLLATE "C" NOT NULL,
    "id" TEXT COLLATE "C" NOT NULL,
    "userId" TEXT COLLATE "C" NOT NULL,
    "fingerprint" TEXT COLLATE "C" NOT NULL,
    "body" TEXT COLLATE "C" NOT NULL,
    "status" TEXT COLLATE "C" NOT NULL,
    "uploadedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "SshPublicKey_pkey" PRIMARY KEY ("accountId","id")
);

-- CreateTable
CREATE TABLE "SigningCertificate" (
    "accountId" TEXT COLLATE "C" NOT NULL,
    "id" TEXT COLLATE "C" NOT NULL,
    "userId" TEXT COLLATE "C" NOT NULL,
    "body" TEXT COLLATE "C" NOT NULL,
    "status" TEXT COLLATE "C" NOT NULL,
    "uploadedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "SigningCertificate_pkey" PRIMARY KEY ("accountId","id")
);

-- CreateTable
CREATE TABLE "ServiceSpecificCredential" (
    "accountId" TEXT COLLATE "C" NOT NULL,
    "id" TEXT COLLATE "C" NOT NULL,
    "userId" TEXT COLLATE "C" NOT NULL,
    "serviceName" TEXT COLLATE "C" NOT NULL,
    "serviceUserName" TEXT COLLATE "C" NOT NULL,
    "secretHash" TEXT COLLATE "C" NOT NULL,
    "credentialAlias" TEXT COLLATE "C",
    "status" TEXT COLLATE "C" NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3),

    CONSTRAINT "ServiceSpecificCredential_pkey" PRIMARY KEY ("accountId","id")
);

-- CreateTable
CREATE TABLE "ServerCertificate" (
    "accountId" TEXT COLLATE "C" NOT NULL,
    "id" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "nameKey" TEXT COLLATE "C" NOT NULL,
    "path" TEXT COLLATE "C" NOT NULL,
    "body" TEXT COLLATE "C" NOT NULL,
    "chain" TEXT COLLATE "C",
    "privateKeySealed" TEXT COLLATE "C" NOT NULL,
    "uploadedAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ServerCertificate_pkey" PRIMARY KEY ("accountId","id")
);

-- CreateTable
CREATE TABLE "OpenIdConnectProvider" (
    "accountId" TEXT COLLATE "C" NOT NULL,
    "url" TEXT COLLATE "C" NOT NULL,
    "clientIds" TEXT COLLATE "C" NOT NULL,
    "thumbprints" TEXT COLLATE "C" NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "OpenIdConnectProvider_pkey" PRIMARY KEY ("accountId","url")
);

-- CreateTable
CREATE TABLE "SamlProvider" (
    "accountId" TEXT COLLATE "C" NOT NULL,
    "id" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "metadata" TEXT COLLATE "C" NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "validUntil" TIMESTAMP(3),
    "encryptionMode" TEXT COLLATE "C",
    "privateKeys" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "SamlProvider_pkey" PRIMARY KEY ("accountId","id")
);

-- CreateTable
CREATE TABLE "InstanceProfile" (
    "accountId" TEXT COLLATE "C" NOT NULL,
    "id" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "nameKey" TEXT COLLATE "C" NOT NULL,
    "path" TEXT COLLATE "C" NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "roleId" TEXT COLLATE "C",

    CONSTRAINT "InstanceProfile_pkey" PRIMARY KEY ("accountId","id")
);

-- CreateTable
CREATE TABLE "Report" (
    "accountId" TEXT COLLATE "C" NOT NULL,
    "id" TEXT COLLATE "C" NOT NULL,
    "kind" TEXT COLLATE "C" NOT NULL,
    "requestedAt" TIMESTAMP(3) NOT NULL,
    "subject" TEXT COLLATE "C" NOT NULL,
    "content" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "Report_pkey" PRIMARY KEY ("accountId","id")
);

-- CreateIndex
CREATE INDEX "MfaDevice_accountId_userId_idx" ON "MfaDevice"("accountId", "userId");

-- CreateIndex
CREATE INDEX "SshPublicKey_accountId_userId_idx" ON "SshPublicKey"("accountId", "userId");

-- CreateIndex
CREATE INDEX "SigningCertificate_accountId_userId_idx" ON "SigningCertificate"("accountId", "userId");

-- CreateIndex
CREATE INDEX "ServiceSpecificCredential_accountId_userId_idx" ON "ServiceSpecificCredential"("accountId", "userId");

-- CreateIndex
CREATE UNIQUE INDEX "ServerCertificate_accountId_nameKey_key" ON "ServerCertificate"("accountId", "nameKey");

-- CreateIndex
CREATE UNIQUE INDEX "SamlProvider_accountId_name_key" ON "SamlProvider"("accountId", "name");

-- CreateIndex
CREATE INDEX "InstanceProfile_accountId_roleId_idx" ON "InstanceProfile"("accountId", "roleId");

-- CreateIndex
CREATE UNIQUE INDEX "InstanceProfile_accountId_nameKey_key" ON "InstanceProfile"("accountId", "nameKey");

-- AddForeignKey
ALTER TABLE "SshPublicKey" ADD CONSTRAINT "SshPublicKey_accountId_userId_fkey" FOREIGN KEY ("accountId", "userId") REFERENCES "User"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ServiceSpecificCredential" ADD CONSTRAINT "ServiceSpecificCredential_accountId_userId_fkey" FOREIGN KEY ("accountId", "userId") REFERENCES "User"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InstanceProfile" ADD CONSTRAINT "InstanceProfile_accountId_roleId_fkey" FOREIGN KEY ("accountId", "roleId") REFERENCES "Role"("accountId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
