import { Refused } from '@/app/_parts/refused'
import type { Outcome } from '@/app/door'
import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import type { OutputOf } from '@/lib/operations/define'
import type { getAccountSummary } from '@/lib/operations/iam/get-account-summary'

export type Summary = Outcome<OutputOf<typeof getAccountSummary>>

const kinds = [
  { member: 'Groups', label: 'User groups', href: '/iam/groups' },
  { member: 'Users', label: 'Users', href: '/iam/users' },
  { member: 'Policies', label: 'Policies', href: '/iam/policies' },
] as const

/** How much of each kind the account holds; the policies are its own, not AWS's. */
export function Resources({ summary }: { summary: Summary }) {
  return (
    <Card title="IAM resources" description="What this account holds. Managed policies of AWS are not counted.">
      {summary.ok ? (
        <dl className="grid grid-cols-1 gap-3 pt-1 m:grid-cols-3">
          {kinds.map(({ member, label, href }) => (
            <div
              key={member}
              className="border-l border-line pl-5 first:border-l-0 first:pl-0 max-m:border-l-0 max-m:pl-0"
            >
              <dt className="type-label text-text-2">{label}</dt>
              <dd className="type-display">
                <Link className="text-link hover:underline" href={href}>
                  {summary.value.SummaryMap[member].toLocaleString('en')}
                </Link>
              </dd>
            </div>
          ))}
        </dl>
      ) : (
        <Refused refusal={summary.refusal} slim />
      )}
    </Card>
  )
}
