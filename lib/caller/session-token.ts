import 'server-only'
import {
  type SessionToken,
  type SignedCaller,
  sessionTokenPurpose,
  type TemporaryCredential,
  type TokenHolder,
} from '@/lib/access/caller'
import { formatArn, iamArn } from '@/lib/aws/arn'
import { unsealToken } from '@/lib/secrets/token'
import { directory } from '@/lib/store'
import type { FoundHolder } from '@/lib/store/token-holder'

/** What this server sealed into a session token; null for every other text. */
export function readSessionToken(text: string): SessionToken | null {
  // INVARIANT: the seal is the proof. Whatever opens under this purpose was written by `issueCredentials`.
  return unsealToken(text, sessionTokenPurpose) as SessionToken | null
}

export type FoundToken = { caller: SignedCaller; roleLastUsedAt: Date | null }

/**
 * Who holds a token that is still good. Null where nobody does any more: the account is gone, or the user or role is, even
 * if another one has its name. Whether the time is over is for the caller to say.
 */
export async function findTokenCaller(token: SessionToken): Promise<FoundToken | null> {
  const { holder } = token
  const found = await directory().findTokenHolder(token.account, entityOf(holder))
  if (!found) return null
  const caller = callerOf(token, found)
  return caller && { caller, roleLastUsedAt: found.entity?.lastUsedAt ?? null }
}

function entityOf(holder: TokenHolder) {
  if (holder.kind === 'role') return { type: 'role', id: holder.roleId } as const
  if (holder.kind === 'user') return { type: 'user', id: holder.userId } as const
  return holder.kind === 'federated' && 'userId' in holder.issuer
    ? ({ type: 'user', id: holder.issuer.userId } as const)
    : null
}

function callerOf(token: SessionToken, { account, entity }: FoundHolder): SignedCaller | null {
  const { holder } = token
  const known = { account: account.id, revision: account.revision, credential: credentialOf(token) }
  const root = iamArn(account.id, 'root', '', '')
  const isFromBeforeReset = account.resetAt !== null && token.issuedAt < account.resetAt.getTime()
  // Users and roles went with the reset; root stayed, but for what it had lent out.
  const isSameAccount = (since: number) => account.createdAt.getTime() === since && !isFromBeforeReset
  switch (holder.kind) {
    case 'root':
      return isSameAccount(holder.accountSince) ? { kind: 'root', arn: root, ...known } : null
    case 'user':
      return entity && { kind: 'user', arn: arnOf('user', account.id, entity), ...userOf(entity), ...known }
    case 'role': {
      if (!entity) return null
      const { arn, roleName, roleArn } = roleOf(account.id, entity, holder.sessionName)
      return { arn, roleName, roleArn, ...known, ...holder }
    }
    case 'federated': {
      const { issuer, name } = holder
      const arn = formatArn({ service: 'sts', account: account.id, resource: `federated-user/${name}` })
      if ('accountSince' in issuer) {
        const byRoot = { userId: null, userName: 'root', arn: root }
        return isSameAccount(issuer.accountSince) ? { arn, ...known, ...holder, issuer: byRoot } : null
      }
      const by = entity && { arn: arnOf('user', account.id, entity), ...userOf(entity) }
      return by && { arn, ...known, ...holder, issuer: by }
    }
  }
}

type Entity = NonNullable<FoundHolder['entity']>

const arnOf = (kind: 'user' | 'role', account: string, { name, path }: Entity) => iamArn(account, kind, name, path)

const userOf = ({ id, name }: Entity) => ({ userId: id, userName: name })

const roleOf = (account: string, role: Entity, sessionName: string) => ({
  roleName: role.name,
  roleArn: arnOf('role', account, role),
  arn: formatArn({ service: 'sts', account, resource: `assumed-role/${role.name}/${sessionName}` }),
})

const credentialOf = ({ id, issuedAt, expiresAt, mfaAt }: SessionToken): TemporaryCredential => ({
  kind: 'session-token',
  id,
  issuedAt: new Date(issuedAt),
  expiresAt: new Date(expiresAt),
  mfaAt: mfaAt === null ? null : new Date(mfaAt),
})
