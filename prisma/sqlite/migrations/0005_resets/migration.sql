-- AlterTable
ALTER TABLE "Account" ADD COLUMN "resetAt" DATETIME;
