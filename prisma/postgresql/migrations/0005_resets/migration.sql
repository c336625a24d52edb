-- AlterTable
ALTER TABLE "Account" ADD COLUMN     "resetAt" TIMESTAMP(3);
