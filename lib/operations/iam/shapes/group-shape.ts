import 'server-only'
import type { Group } from '@/lib/store/groups'
import { groupArn } from '../../nouns/group'

export function groupShape(account: string, group: Group) {
  return {
    Path: group.path,
    GroupName: group.name,
    GroupId: group.id,
    Arn: groupArn(account, group),
    CreateDate: group.createdAt,
  }
}
