import 'server-only'
import type { User } from '@/lib/store/users'
import { type TaggedUser, userArn } from '../../nouns/user'

/** A user in lists. AWS: lists never have tags or the boundary. */
export function listedUser(account: string, user: User) {
  return {
    Path: user.path,
    UserName: user.name,
    UserId: user.id,
    Arn: userArn(account, user),
    CreateDate: user.createdAt,
    ...(user.passwordLastUsedAt && { PasswordLastUsed: user.passwordLastUsedAt }),
  }
}

/** A user alone. AWS: it has `Tags` only if there are any. */
export function userShape(account: string, user: TaggedUser) {
  return {
    ...listedUser(account, user),
    ...(user.boundaryArn && { PermissionsBoundary: boundaryShape(user.boundaryArn) }),
    ...(user.tags.length > 0 && { Tags: [...user.tags] }),
  }
}

// AWS: the type is "Policy" on the wire, whatever the model's enumeration says (validated recordings).
export function boundaryShape(arn: string) {
  return { PermissionsBoundaryType: 'Policy' as never, PermissionsBoundaryArn: arn }
}
