import { FileText, User, Users } from 'lucide-react'
import { askView, type Outcome } from '@/app/door'
import { policyTypeNames } from '@/components/console/policy-types'
import { groupsView } from '@/lib/operations/iam/views/groups-view'
import { usersView } from '@/lib/operations/iam/views/users-view'
import { policyType } from '../../_parts/policy-type'
import { listedPolicies } from '../../policies/listed-policies'
import { policyHref } from '../../policies/place'
import { userHref } from '../../users/[userName]/place'
import { type Found, ResultsCard } from './results-card'

type Props = { query: string; slim: boolean }

/** As many as one reads; the rest is in the list. */
const most = 10

const listHref = (list: string, query: string) => `${list}?${new URLSearchParams({ q: query })}`

export async function UserResults({ query, slim }: Props) {
  const users = await askView(usersView, { search: query, limit: most })
  const found = map(users, ({ rows, matches }) => {
    // The list also finds parts of key IDs; here a key is found by its whole ID alone.
    const named = rows.filter(({ shown }) => shown.name.toLowerCase().includes(query.toLowerCase()))
    const results = named.map(({ shown }) => ({ href: userHref(shown.name), name: shown.name }))
    return { matches: rows.length < matches ? matches : results.length, results }
  })
  const all = listHref('/iam/users', query)
  return <ResultsCard title="Users" icon={User} query={query} found={found} slim={slim} allHref={all} />
}

export async function GroupResults({ query, slim }: Props) {
  const groups = await askView(groupsView, { search: query, limit: most })
  const found = map(groups, ({ rows, matches }) => ({
    matches,
    results: rows.map(({ shown }) => ({ href: `/iam/groups/${encodeURIComponent(shown.name)}`, name: shown.name })),
  }))
  const all = listHref('/iam/groups', query)
  return <ResultsCard title="User groups" icon={Users} query={query} found={found} slim={slim} allHref={all} />
}

export async function PolicyResults({ query, slim }: Props) {
  const policies = await listedPolicies()
  const found = map(policies, (all) => {
    const fitting = all.filter(({ PolicyName }) => PolicyName.toLowerCase().includes(query.toLowerCase()))
    const results = fitting.slice(0, most).map(({ Arn, PolicyName }) => ({
      href: policyHref(Arn),
      name: PolicyName,
      note: policyTypeNames[policyType(Arn)],
    }))
    return { matches: fitting.length, results }
  })
  const all = listHref('/iam/policies', query)
  return <ResultsCard title="Policies" icon={FileText} query={query} found={found} slim={slim} allHref={all} />
}

function map<T>(outcome: Outcome<T>, found: (value: T) => Found): Outcome<Found> {
  return outcome.ok ? { ok: true, value: found(outcome.value) } : outcome
}
