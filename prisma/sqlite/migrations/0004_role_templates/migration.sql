-- AlterTable
ALTER TABLE "Role" ADD COLUMN "sourceTemplate" TEXT;
