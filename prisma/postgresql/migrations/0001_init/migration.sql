-- CreateTable
CREATE TABLE "Account" (
    "id" TEXT COLLATE "C" NOT NULL,
    "alias" TEXT COLLATE "C",
    "email" TEXT COLLATE "C" NOT NULL,
    "rootPasswordHash" TEXT COLLATE "C" NOT NULL,
    "rootPasswordChangedAt" TIMESTAMP(3) NOT NULL,
    "rootPasswordLastUsedAt" TIMESTAMP(3),
    "revision" INTEGER NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PasswordPolicy" (
    "accountId" TEXT COLLATE "C" NOT NULL,
    "minimumPasswordLength" INTEGER NOT NULL,
    "requireSymbols" BOOLEAN NOT NULL,
    "requireNumbers" BOOLEAN NOT NULL,
    "requireUppercaseCharacters" BOOLEAN NOT NULL,
    "requireLowercaseCharacters" BOOLEAN NOT NULL,
    "allowUsersToChangePassword" BOOLEAN NOT NULL,
    "maxPasswordAge" INTEGER,
    "passwordReusePrevention" INTEGER,
    "hardExpiry" BOOLEAN,

    CONSTRAINT "PasswordPolicy_pkey" PRIMARY KEY ("accountId")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT COLLATE "C" NOT NULL,
    "accountId" TEXT COLLATE "C" NOT NULL,
    "principalType" TEXT COLLATE "C" NOT NULL,
    "userId" TEXT COLLATE "C" NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "revokedAt" TIMESTAMP(3),
    "mfaAt" TIMESTAMP(3),
    "sourceIp" TEXT COLLATE "C" NOT NULL,
    "userAgent" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Event" (
    "accountId" TEXT COLLATE "C" NOT NULL,
    "id" TEXT COLLATE "C" NOT NULL,
    "time" TIMESTAMP(3) NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "source" TEXT COLLATE "C" NOT NULL,
    "readOnly" BOOLEAN NOT NULL,
    "userName" TEXT COLLATE "C" NOT NULL,
    "userArn" TEXT COLLATE "C",
    "accessKeyId" TEXT COLLATE "C",
    "errorCode" TEXT COLLATE "C",
    "resourceType" TEXT COLLATE "C",
    "resourceName" TEXT COLLATE "C",
    "record" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "Event_pkey" PRIMARY KEY ("accountId","id")
);

-- CreateTable
CREATE TABLE "User" (
    "accountId" TEXT COLLATE "C" NOT NULL,
    "id" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "nameKey" TEXT COLLATE "C" NOT NULL,
    "path" TEXT COLLATE "C" NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "boundaryArn" TEXT COLLATE "C",
    "passwordLastUsedAt" TIMESTAMP(3),
    "lastActivityAt" TIMESTAMP(3),

    CONSTRAINT "User_pkey" PRIMARY KEY ("accountId","id")
);

-- CreateTable
CREATE TABLE "LoginProfile" (
    "accountId" TEXT COLLATE "C" NOT NULL,
    "userId" TEXT COLLATE "C" NOT NULL,
    "passwordHash" TEXT COLLATE "C" NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "changedAt" TIMESTAMP(3) NOT NULL,
    "resetRequired" BOOLEAN NOT NULL,

    CONSTRAINT "LoginProfile_pkey" PRIMARY KEY ("accountId","userId")
);

-- CreateTable
CREATE TABLE "PasswordHistory" (
    "accountId" TEXT COLLATE "C" NOT NULL,
    "userId" TEXT COLLATE "C" NOT NULL,
    "number" INTEGER NOT NULL,
    "passwordHash" TEXT COLLATE "C" NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "PasswordHistory_pkey" PRIMARY KEY ("accountId","userId","number")
);

-- CreateTable
CREATE TABLE "AccessKey" (
    "id" TEXT COLLATE "C" NOT NULL,
    "accountId" TEXT COLLATE "C" NOT NULL,
    "userId" TEXT COLLATE "C" NOT NULL,
    "secretSealed" TEXT COLLATE "C" NOT NULL,
    "status" TEXT COLLATE "C" NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "lastUsedAt" TIMESTAMP(3),
    "lastUsedService" TEXT COLLATE "C",
    "lastUsedRegion" TEXT COLLATE "C",

    CONSTRAINT "AccessKey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Group" (
    "accountId" TEXT COLLATE "C" NOT NULL,
    "id" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "nameKey" TEXT COLLATE "C" NOT NULL,
    "path" TEXT COLLATE "C" NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Group_pkey" PRIMARY KEY ("accountId","id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "accountId" TEXT COLLATE "C" NOT NULL,
    "groupId" TEXT COLLATE "C" NOT NULL,
    "userId" TEXT COLLATE "C" NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("accountId","groupId","userId")
);

-- CreateTable
CREATE TABLE "Role" (
    "accountId" TEXT COLLATE "C" NOT NULL,
    "id" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "nameKey" TEXT COLLATE "C" NOT NULL,
    "path" TEXT COLLATE "C" NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "description" TEXT COLLATE "C",
    "maxSessionDuration" INTEGER NOT NULL,
    "trustPolicy" TEXT COLLATE "C" NOT NULL,
    "boundaryArn" TEXT COLLATE "C",
    "lastUsedAt" TIMESTAMP(3),
    "lastUsedRegion" TEXT COLLATE "C",

    CONSTRAINT "Role_pkey" PRIMARY KEY ("accountId","id")
);

-- CreateTable
CREATE TABLE "Tag" (
    "accountId" TEXT COLLATE "C" NOT NULL,
    "resourceType" TEXT COLLATE "C" NOT NULL,
    "resourceId" TEXT COLLATE "C" NOT NULL,
    "matchKey" TEXT COLLATE "C" NOT NULL,
    "key" TEXT COLLATE "C" NOT NULL,
    "value" TEXT COLLATE "C" NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "Tag_pkey" PRIMARY KEY ("accountId","resourceType","resourceId","matchKey")
);

-- CreateTable
CREATE TABLE "Policy" (
    "accountId" TEXT COLLATE "C" NOT NULL,
    "id" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "nameKey" TEXT COLLATE "C" NOT NULL,
    "path" TEXT COLLATE "C" NOT NULL,
    "arn" TEXT COLLATE "C" NOT NULL,
    "description" TEXT COLLATE "C",
    "createdAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "defaultVersion" INTEGER NOT NULL,
    "latestVersion" INTEGER NOT NULL,

    CONSTRAINT "Policy_pkey" PRIMARY KEY ("accountId","id")
);

-- CreateTable
CREATE TABLE "PolicyVersion" (
    "accountId" TEXT COLLATE "C" NOT NULL,
    "policyId" TEXT COLLATE "C" NOT NULL,
    "number" INTEGER NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "document" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "PolicyVersion_pkey" PRIMARY KEY ("accountId","policyId","number")
);

-- CreateTable
CREATE TABLE "Attachment" (
    "accountId" TEXT COLLATE "C" NOT NULL,
    "entityType" TEXT COLLATE "C" NOT NULL,
    "entityId" TEXT COLLATE "C" NOT NULL,
    "policyArn" TEXT COLLATE "C" NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Attachment_pkey" PRIMARY KEY ("accountId","entityType","entityId","policyArn")
);

-- CreateTable
CREATE TABLE "InlinePolicy" (
    "accountId" TEXT COLLATE "C" NOT NULL,
    "entityType" TEXT COLLATE "C" NOT NULL,
    "entityId" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "document" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "InlinePolicy_pkey" PRIMARY KEY ("accountId","entityType","entityId","name")
);

-- CreateTable
CREATE TABLE "Bucket" (
    "accountId" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "region" TEXT COLLATE "C" NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Bucket_pkey" PRIMARY KEY ("accountId","name")
);

-- CreateTable
CREATE TABLE "BucketObject" (
    "accountId" TEXT COLLATE "C" NOT NULL,
    "bucketName" TEXT COLLATE "C" NOT NULL,
    "key" TEXT COLLATE "C" NOT NULL,
    "size" INTEGER NOT NULL,
    "etag" TEXT COLLATE "C" NOT NULL,
    "contentType" TEXT COLLATE "C" NOT NULL,
    "lastModified" TIMESTAMP(3) NOT NULL,
    "body" BYTEA NOT NULL,

    CONSTRAINT "BucketObject_pkey" PRIMARY KEY ("accountId","bucketName","key")
);

-- CreateIndex
CREATE UNIQUE INDEX "Account_alias_key" ON "Account"("alias");

-- CreateIndex
CREATE UNIQUE INDEX "Account_email_key" ON "Account"("email");

-- CreateIndex
CREATE INDEX "Session_accountId_userId_idx" ON "Session"("accountId", "userId");

-- CreateIndex
CREATE INDEX "Event_accountId_time_id_idx" ON "Event"("accountId", "time" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "User_accountId_createdAt_idx" ON "User"("accountId", "createdAt");

-- CreateIndex
CREATE INDEX "User_accountId_lastActivityAt_idx" ON "User"("accountId", "lastActivityAt");

-- CreateIndex
CREATE INDEX "User_accountId_boundaryArn_idx" ON "User"("accountId", "boundaryArn");

-- CreateIndex
CREATE UNIQUE INDEX "User_accountId_nameKey_key" ON "User"("accountId", "nameKey");

-- CreateIndex
CREATE INDEX "AccessKey_accountId_userId_idx" ON "AccessKey"("accountId", "userId");

-- CreateIndex
CREATE INDEX "Group_accountId_createdAt_idx" ON "Group"("accountId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Group_accountId_nameKey_key" ON "Group"("accountId", "nameKey");

-- CreateIndex
CREATE INDEX "Membership_accountId_userId_idx" ON "Membership"("accountId", "userId");

-- CreateIndex
CREATE INDEX "Role_accountId_boundaryArn_idx" ON "Role"("accountId", "boundaryArn");

-- CreateIndex
CREATE UNIQUE INDEX "Role_accountId_nameKey_key" ON "Role"("accountId", "nameKey");

-- CreateIndex
CREATE UNIQUE INDEX "Policy_accountId_nameKey_key" ON "Policy"("accountId", "nameKey");

-- CreateIndex
CREATE UNIQUE INDEX "Policy_accountId_arn_key" ON "Policy"("accountId", "arn");

-- CreateIndex
CREATE INDEX "Attachment_accountId_policyArn_idx" ON "Attachment"("accountId", "policyArn");

-- AddForeignKey
ALTER TABLE "LoginProfile" ADD CONSTRAINT "LoginProfile_accountId_userId_fkey" FOREIGN KEY ("accountId", "userId") REFERENCES "User"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PasswordHistory" ADD CONSTRAINT "PasswordHistory_accountId_userId_fkey" FOREIGN KEY ("accountId", "userId") REFERENCES "User"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_accountId_groupId_fkey" FOREIGN KEY ("accountId", "groupId") REFERENCES "Group"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_accountId_userId_fkey" FOREIGN KEY ("accountId", "userId") REFERENCES "User"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PolicyVersion" ADD CONSTRAINT "PolicyVersion_accountId_policyId_fkey" FOREIGN KEY ("accountId", "policyId") REFERENCES "Policy"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BucketObject" ADD CONSTRAINT "BucketObject_accountId_bucketName_fkey" FOREIGN KEY ("accountId", "bucketName") REFERENCES "Bucket"("accountId", "name") ON DELETE RESTRICT ON UPDATE CASCADE;
