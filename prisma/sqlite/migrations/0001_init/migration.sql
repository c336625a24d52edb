-- CreateTable
CREATE TABLE "Account" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "alias" TEXT,
    "email" TEXT NOT NULL,
    "rootPasswordHash" TEXT NOT NULL,
    "rootPasswordChangedAt" DATETIME NOT NULL,
    "rootPasswordLastUsedAt" DATETIME,
    "revision" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "PasswordPolicy" (
    "accountId" TEXT NOT NULL PRIMARY KEY,
    "minimumPasswordLength" INTEGER NOT NULL,
    "requireSymbols" BOOLEAN NOT NULL,
    "requireNumbers" BOOLEAN NOT NULL,
    "requireUppercaseCharacters" BOOLEAN NOT NULL,
    "requireLowercaseCharacters" BOOLEAN NOT NULL,
    "allowUsersToChangePassword" BOOLEAN NOT NULL,
    "maxPasswordAge" INTEGER,
    "passwordReusePrevention" INTEGER,
    "hardExpiry" BOOLEAN
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "principalType" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "revokedAt" DATETIME,
    "mfaAt" DATETIME,
    "sourceIp" TEXT NOT NULL,
    "userAgent" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Event" (
    "accountId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "time" DATETIME NOT NULL,
    "name" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "readOnly" BOOLEAN NOT NULL,
    "userName" TEXT NOT NULL,
    "userArn" TEXT,
    "accessKeyId" TEXT,
    "errorCode" TEXT,
    "resourceType" TEXT,
    "resourceName" TEXT,
    "record" TEXT NOT NULL,

    PRIMARY KEY ("accountId", "id")
);

-- CreateTable
CREATE TABLE "User" (
    "accountId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "boundaryArn" TEXT,
    "passwordLastUsedAt" DATETIME,
    "lastActivityAt" DATETIME,

    PRIMARY KEY ("accountId", "id")
);

-- CreateTable
CREATE TABLE "LoginProfile" (
    "accountId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "changedAt" DATETIME NOT NULL,
    "resetRequired" BOOLEAN NOT NULL,

    PRIMARY KEY ("accountId", "userId"),
    CONSTRAINT "LoginProfile_accountId_userId_fkey" FOREIGN KEY ("accountId", "userId") REFERENCES "User" ("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PasswordHistory" (
    "accountId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,

    PRIMARY KEY ("accountId", "userId", "number"),
    CONSTRAINT "PasswordHistory_accountId_userId_fkey" FOREIGN KEY ("accountId", "userId") REFERENCES "User" ("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AccessKey" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "secretSealed" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "lastUsedAt" DATETIME,
    "lastUsedService" TEXT,
    "lastUsedRegion" TEXT
);

-- CreateTable
CREATE TABLE "Group" (
    "accountId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,

    PRIMARY KEY ("accountId", "id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "accountId" TEXT NOT NULL,
    "groupId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,

    PRIMARY KEY ("accountId", "groupId", "userId"),
    CONSTRAINT "Membership_accountId_groupId_fkey" FOREIGN KEY ("accountId", "groupId") REFERENCES "Group" ("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Membership_accountId_userId_fkey" FOREIGN KEY ("accountId", "userId") REFERENCES "User" ("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Role" (
    "accountId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "description" TEXT,
    "maxSessionDuration" INTEGER NOT NULL,
    "trustPolicy" TEXT NOT NULL,
    "boundaryArn" TEXT,
    "lastUsedAt" DATETIME,
    "lastUsedRegion" TEXT,

    PRIMARY KEY ("accountId", "id")
);

-- CreateTable
CREATE TABLE "Tag" (
    "accountId" TEXT NOT NULL,
    "resourceType" TEXT NOT NULL,
    "resourceId" TEXT NOT NULL,
    "matchKey" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    PRIMARY KEY ("accountId", "resourceType", "resourceId", "matchKey")
);

-- CreateTable
CREATE TABLE "Policy" (
    "accountId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "arn" TEXT NOT NULL,
    "description" TEXT,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "defaultVersion" INTEGER NOT NULL,
    "latestVersion" INTEGER NOT NULL,

    PRIMARY KEY ("accountId", "id")
);

-- CreateTable
CREATE TABLE "PolicyVersion" (
    "accountId" TEXT NOT NULL,
    "policyId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "document" TEXT NOT NULL,

    PRIMARY KEY ("accountId", "policyId", "number"),
    CONSTRAINT "PolicyVersion_accountId_policyId_fkey" FOREIGN KEY ("accountId", "policyId") REFERENCES "Policy" ("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Attachment" (
    "accountId" TEXT NOT NULL,
    "entityType" TEXT NOT NULL,
    "entityId" TEXT NOT NULL,
    "policyArn" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,

    PRIMARY KEY ("accountId", "entityType", "entityId", "policyArn")
);

-- CreateTable
CREATE TABLE "InlinePolicy" (
    "accountId" TEXT NOT NULL,
    "entityType" TEXT NOT NULL,
    "entityId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "document" TEXT NOT NULL,

    PRIMARY KEY ("accountId", "entityType", "entityId", "name")
);

-- CreateTable
CREATE TABLE "Bucket" (
    "accountId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,

    PRIMARY KEY ("accountId", "name")
);

-- CreateTable
CREATE TABLE "BucketObject" (
    "accountId" TEXT NOT NULL,
    "bucketName" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "etag" TEXT NOT NULL,
    "contentType" TEXT NOT NULL,
    "lastModified" DATETIME NOT NULL,
    "body" BLOB NOT NULL,

    PRIMARY KEY ("accountId", "bucketName", "key"),
    CONSTRAINT "BucketObject_accountId_bucketName_fkey" FOREIGN KEY ("accountId", "bucketName") REFERENCES "Bucket" ("accountId", "name") ON DELETE RESTRICT ON UPDATE CASCADE
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
