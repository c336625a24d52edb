import 'server-only'
import type { Db } from './client'

/** Deletes every row of the account save its own and those of root. */
export async function emptyAccount(db: Db, accountId: string): Promise<void> {
  const where = { accountId }
  const notOfRoot = { accountId, userId: { not: accountId } }
  await db.bucketObject.deleteMany({ where })
  await db.bucket.deleteMany({ where })
  await db.membership.deleteMany({ where })
  await db.attachment.deleteMany({ where })
  await db.inlinePolicy.deleteMany({ where })
  await db.tag.deleteMany({ where })
  await db.loginProfile.deleteMany({ where })
  await db.passwordHistory.deleteMany({ where })
  await db.accessKey.deleteMany({ where: notOfRoot })
  await db.session.deleteMany({ where: notOfRoot })
  await db.policyVersion.deleteMany({ where })
  await db.policy.deleteMany({ where })
  await db.group.deleteMany({ where })
  await db.user.deleteMany({ where })
  await db.role.deleteMany({ where })
  await db.passwordPolicy.deleteMany({ where })
  await db.event.deleteMany({ where })
}
