-- CreateTable
CREATE TABLE "MfaDevice" (
    "accountId" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "seedSealed" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "userId" TEXT,
    "enabledAt" DATETIME,
    "lastUsedStep" INTEGER,
    "drift" INTEGER NOT NULL DEFAULT 0,

    PRIMARY KEY ("accountId", "nameKey")
);

-- CreateTable
CREATE TABLE "SshPublicKey" (
    "accountId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "uploadedAt" DATETIME NOT NULL,

    PRIMARY KEY ("accountId", "id"),
    CONSTRAINT "SshPublicKey_accountId_userId_fkey" FOREIGN KEY ("accountId", "userId") REFERENCES "User" ("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SigningCertificate" (
    "accountId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "uploadedAt" DATETIME NOT NULL,

    PRIMARY KEY ("accountId", "id")
);

-- CreateTable
CREATE TABLE "ServiceSpecificCredential" (
    "accountId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "serviceName" TEXT NOT NULL,
    "serviceUserName" TEXT NOT NULL,
    "secretHash" TEXT NOT NULL,
    "credentialAlias" TEXT,
    "status" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME,

    PRIMARY KEY ("accountId", "id"),
    CONSTRAINT "ServiceSpecificCredential_accountId_userId_fkey" FOREIGN KEY ("accountId", "userId") REFERENCES "User" ("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ServerCertificate" (
    "accountId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "chain" TEXT,
    "privateKeySealed" TEXT NOT NULL,
    "uploadedAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,

    PRIMARY KEY ("accountId", "id")
);

-- CreateTable
CREATE TABLE "OpenIdConnectProvider" (
    "accountId" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "clientIds" TEXT NOT NULL,
    "thumbprints" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,

    PRIMARY KEY ("accountId", "url")
);

-- CreateTable
CREATE TABLE "SamlProvider" (
    "accountId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "metadata" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "validUntil" DATETIME,
    "encryptionMode" TEXT,
    "privateKeys" TEXT NOT NULL,

    PRIMARY KEY ("accountId", "id")
);

-- CreateTable
CREATE TABLE "InstanceProfile" (
    "accountId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "roleId" TEXT,

    PRIMARY KEY ("accountId", "id"),
    CONSTRAINT "InstanceProfile_accountId_roleId_fkey" FOREIGN KEY ("accountId", "roleId") REFERENCES "Role" ("accountId", "id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Report" (
    "accountId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "requestedAt" DATETIME NOT NULL,
    "subject" TEXT NOT NULL,
    "content" TEXT NOT NULL,

    PRIMARY KEY ("accountId", "id")
);

-- AlterTable
ALTER TABLE "Role" ADD COLUMN "trustedIds" TEXT NOT NULL DEFAULT '{}';

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
