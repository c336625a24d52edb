import { X } from 'lucide-react'
import { Card } from '@/components/ui/card'
import { Badge, Status } from '@/components/ui/notice'
import { Arn, Levels } from '@/components/ui/text'
import { preciseTime } from '@/components/ui/time'
import { actionCatalogue } from '@/lib/aws/catalogue/actions'
import type { Why } from '@/lib/gate/why'

/** Who wanted what, on what, and what the call brought along. */
export function RequestCard({ why }: { why: Why }) {
  const when = why.context.find(([key]) => key === 'aws:currenttime')?.[1]
  return (
    <Card
      title="Request"
      actions={
        why.effect === 'allowed' ? (
          <Status kind="success">Allowed</Status>
        ) : (
          <Badge tone="deny" icon={<X size={12} aria-hidden="true" />}>
            Denied
          </Badge>
        )
      }
    >
      <dl className="why-facts">
        <dt>Who</dt>
        <dd>
          <Who arn={why.principalArn} />
          <span className="why-arn">
            <Arn>{why.principalArn}</Arn>
          </span>
        </dd>
        <dt>Wanted to</dt>
        <dd>
          <code className="why-action">{why.action}</code>
        </dd>
        <dt>On</dt>
        <dd>{why.resource === '*' ? 'the whole account' : <Arn>{why.resource}</Arn>}</dd>
        {when && (
          <>
            <dt>When</dt>
            <dd>{preciseTime(when)}</dd>
          </>
        )}
      </dl>
      <h3 className="why-context-head">
        Context <span>{why.context.length} keys</span>
      </h3>
      <dl className="why-context">
        {why.context.map(([key, value]) => (
          <div key={key}>
            <dt>{spelling(key)}</dt>
            <dd>{value.startsWith('arn:') ? <Levels>{value}</Levels> : value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}

/** `ben`, or `ben as role ReportsEditor`; root has no name of its own. */
function Who({ arn }: { arn: string }) {
  const [kind = '', ...path] = arn.split(':').slice(5).join(':').split('/')
  const name = path.at(-1) ?? kind
  return (
    <p>
      <b>{name}</b>
      {kind === 'assumed-role' && (
        <>
          {' '}
          as role <b>{path[0]}</b>
        </>
      )}
    </p>
  )
}

/** The engine's keys are in lower case; people know them by AWS's spelling. */
function spelling(key: string): string {
  const name = actionCatalogue().conditionKey(key)?.name
  if (!name) return key
  const tag = key.indexOf('/')
  return tag < 0 ? name : name.slice(0, name.indexOf('/')) + key.slice(tag)
}
