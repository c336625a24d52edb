import { KeyRound } from 'lucide-react'
import { ask } from '@/app/door'
import { getAccessKeyLastUsed } from '@/lib/operations/iam/get-access-key-last-used'
import { userHref } from '../../users/[userName]/place'
import { ResultsCard } from './results-card'

/** Whose key it is. A key without a user is root's. */
export async function KeyResults({ id }: { id: string }) {
  const key = await ask(getAccessKeyLastUsed, { AccessKeyId: id })
  const isMissing = !key.ok && key.refusal.code === 'NoSuchEntity'
  const results = key.ok ? [ownerOf(key.value.UserName, id)] : []
  const found = key.ok || isMissing ? { ok: true as const, value: { results, matches: results.length } } : key
  return <ResultsCard title="Access keys" icon={KeyRound} query={id} found={found} />
}

function ownerOf(userName: string | undefined, id: string) {
  if (userName === undefined) return { href: '/iam/credentials', name: id, note: 'A key of the root user' }
  return { href: `${userHref(userName)}?section=security_credentials`, name: id, note: `A key of ${userName}` }
}
