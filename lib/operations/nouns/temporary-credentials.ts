import 'server-only'
import { randomBytes } from 'node:crypto'
import { type SessionToken, sessionTokenPurpose, type TokenHolder } from '@/lib/access/caller'
import { encodeAccessKeyId } from '@/lib/aws/access-key-id'
import { sealToken } from '@/lib/secrets/token'
import { newSecret } from './access-key'

type Session = { account: string; holder: TokenHolder; now: Date; seconds: number; mfaAt?: Date | null }

/** Credentials for a session. Nothing is kept: the session token carries the session, sealed, and outlives a restart. */
export function issueCredentials({ account, holder, now, seconds, mfaAt = null }: Session) {
  const issuedAt = now.getTime()
  const token: SessionToken = {
    id: encodeAccessKeyId('ASIA', account, randomBytes(5)),
    secret: newSecret(),
    account,
    issuedAt,
    expiresAt: issuedAt + seconds * 1000,
    mfaAt: mfaAt?.getTime() ?? null,
    holder,
  }
  return {
    AccessKeyId: token.id,
    SecretAccessKey: token.secret,
    SessionToken: sealToken(token, sessionTokenPurpose),
    Expiration: new Date(token.expiresAt),
  }
}
