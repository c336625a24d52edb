import 'server-only'
import { ask, type Outcome } from '@/app/door'
import type { OutputOf } from '@/lib/operations/define'
import { listPolicies } from '@/lib/operations/iam/list-policies'

export type ListedPolicy = OutputOf<typeof listPolicies>['Policies'][number]

/** Every managed policy, the account's own and AWS's: two calls for some 1,570 entries. */
export async function listedPolicies(): Promise<Outcome<ListedPolicy[]>> {
  const policies: ListedPolicy[] = []
  let Marker: string | undefined
  do {
    const listed = await ask(listPolicies, { MaxItems: 1000, Marker })
    if (!listed.ok) return listed
    policies.push(...listed.value.Policies)
    Marker = 'Marker' in listed.value ? listed.value.Marker : undefined
  } while (Marker !== undefined)
  return { ok: true, value: policies }
}
