import 'server-only'
import type { User } from '@/lib/store/users'
import { userArn } from '../../nouns/user'

/** AWS: lists never have tags or the boundary, and a single user has `Tags` only if there are any. */
export function userShape(account: string, user: User, detail: 'with tags' | 'as listed') {
  const basics = {
    Path: user.path,
    UserName: user.name,
    UserId: user.id,
    Arn: userArn(account, user),
    CreateDate: user.createdAt,
    ...(user.passwordLastUsedAt && { PasswordLastUsed: user.passwordLastUsedAt }),
  }
  if (detail === 'as listed') return basics
  return {
    ...basics,
    ...(user.boundaryArn && { PermissionsBoundary: boundaryShape(user.boundaryArn) }),
    ...(user.tags.length > 0 && { Tags: [...user.tags] }),
  }
}

// AWS: the type is "Policy" on the wire, whatever the model's enumeration says (validated recordings).
export function boundaryShape(arn: string) {
  return { PermissionsBoundaryType: 'Policy' as never, PermissionsBoundaryArn: arn }
}
