import { LockKeyhole } from 'lucide-react'
import { Card } from '@/components/ui/card'
import { Alert } from '@/components/ui/notice'
import type { Why } from '@/lib/gate/why'
import { layerNames } from '../locks'
import { StatementSource, StatementView } from './statement-card'

/** The policies behind one lock: the statements that come nearest, as far as they may be read. */
export function LookedCard({ why }: { why: Why }) {
  const { layer, near, isPartial } = why.looked
  const [only] = near
  const isDecider = layer === why.decidedBy && why.effect !== 'allowed'
  return (
    <Card
      title={isDecider ? 'The lock that decided' : layerNames[layer]}
      description={isDecider && near.length !== 1 ? layerNames[layer] : undefined}
      actions={near.length === 1 && only && <StatementSource source={only.statement.source} />}
      flush={near.length > 0}
    >
      {near.map((each) => (
        <StatementView
          key={`${each.statement.source.arn ?? each.statement.source.id} ${each.statement.source.via?.name} ${each.statement.index}`}
          near={each}
          action={why.action}
          headed={near.length > 1}
        />
      ))}
      {isPartial && (
        <div className={near.length > 0 ? 'px-4 m:px-5 pb-4' : undefined}>
          <Hidden any={near.length > 0} />
        </div>
      )}
      {!isPartial && near.length === 0 && <Silence why={why} />}
    </Card>
  )
}

function Hidden({ any }: { any: boolean }) {
  return (
    <p className="flex items-start gap-2 text-text-2">
      <LockKeyhole size={16} aria-hidden="true" className="mt-0.5 shrink-0 text-text-3" />
      <span>
        {any ? 'More policies take part that you may not read.' : 'You may not read the policies that take part here.'}{' '}
        Whoever administers the account can show them, or let you read them with iam:GetUserPolicy, iam:GetGroupPolicy,
        iam:GetPolicy and iam:GetPolicyVersion.
      </span>
    </p>
  )
}

function Silence({ why }: { why: Why }) {
  const { layer } = why.looked
  const result = why.layers[layer]
  if (result === 'absent' || result === 'skipped') return <Alert>There is nothing of this kind for this call.</Alert>
  return (
    <Alert>
      No statement here speaks of <code className="mono">{why.action}</code>.
    </Alert>
  )
}
