-- DropIndex
DROP INDEX "Event_accountId_time_id_idx";

-- CreateIndex
CREATE INDEX "Event_accountId_time_id_readOnly_name_idx" ON "Event"("accountId", "time" DESC, "id" DESC, "readOnly", "name");
