import 'server-only'
import type { AccessKey } from '@/lib/store/access-keys'

/** A key without its secret. AWS: root's keys come without a user name. */
export function accessKeyShape(owner: { name: string | undefined }, key: AccessKey) {
  return { UserName: owner.name, AccessKeyId: key.id, Status: key.status, CreateDate: key.createdAt }
}
