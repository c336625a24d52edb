import { CircleX } from 'lucide-react'
import { Card } from '@/components/ui/card'
import { Badge, Status } from '@/components/ui/notice'
import { Arn } from '@/components/ui/text'
import { actionCatalogue } from '@/lib/aws/catalogue/actions'
import type { Why } from '@/lib/gate/why'

/** Who wanted what, on what, and what the call brought along. */
export function RequestCard({ why }: { why: Why }) {
  return (
    <Card
      title="Request"
      actions={
        why.effect === 'allowed' ? (
          <Status kind="success">Allowed</Status>
        ) : (
          <Badge tone="deny" icon={<CircleX size={12} aria-hidden="true" />}>
            Denied
          </Badge>
        )
      }
    >
      <dl className="why-facts">
        <dt>Who</dt>
        <dd>
          <Arn>{why.principalArn}</Arn>
        </dd>
        <dt>Wanted to</dt>
        <dd>
          <code className="mono font-semibold">{why.action}</code>
        </dd>
        <dt>On</dt>
        <dd>{why.resource === '*' ? 'the whole account' : <Arn>{why.resource}</Arn>}</dd>
      </dl>
      <h3 className="type-label mt-4 border-line border-t pt-3">
        Context <span className="font-normal text-text-3">{why.context.length} keys</span>
      </h3>
      <dl className="why-context">
        {why.context.map(([key, value]) => (
          <div key={key}>
            <dt>{spelling(key)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}

/** The engine's keys are in lower case; people know them by AWS's spelling. */
function spelling(key: string): string {
  const name = actionCatalogue().conditionKey(key)?.name
  if (!name) return key
  const tag = key.indexOf('/')
  return tag < 0 ? name : name.slice(0, name.indexOf('/')) + key.slice(tag)
}
