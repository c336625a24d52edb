import { CircleQuestionMark, Lock as LockIcon, RefreshCw } from 'lucide-react'
import type { Metadata } from 'next'
import { Refused } from '@/app/_parts/refused'
import { askWhy } from '@/app/door'
import { readWhyAddress } from '@/app/why-address'
import { Page } from '@/components/console/page'
import type { SearchParams } from '@/components/console/table-state'
import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'
import { CopyButton } from '@/components/ui/copy-button'
import { Empty } from '@/components/ui/empty'
import type { LayerName, Why } from '@/lib/gate/why'
import { findOperation } from '@/lib/operations'
import { ChangeCard } from './_parts/change-card'
import { LockRow } from './_parts/lock-row'
import { LookedCard } from './_parts/looked-card'
import { PolicyName } from './_parts/policy-name'
import { RequestCard } from './_parts/request-card'
import { type Lock, layerNames, locksBehind, locksOf, verdictOf } from './locks'
import { mayRead } from './may-read'
import './why.css'

export const metadata: Metadata = { title: 'Why was I denied?' }

const crumbs = [{ label: 'IAM', href: '/iam' }, { label: 'Why was I denied?' }]
const title = 'Why was I denied?'

/** A refused call, asked again: which lock shut, which statement comes nearest, and what would open it. */
export default async function WhyPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const params = await searchParams
  const address = readWhyAddress(params)
  const operation = address && findOperation(address.service, address.name)
  if (!operation) {
    return (
      <Page crumbs={crumbs} title={title} help="why">
        <Empty icon={CircleQuestionMark} title="No such call" action={<ButtonLink href="/iam">Back to IAM</ButtonLink>}>
          This address does not name a call that could have been refused. Use the button of a refusal.
        </Empty>
      </Page>
    )
  }
  const layer = layerIn(params.lock)
  const outcome = await askWhy(operation, address.input, mayRead, { action: address.action, layer })
  if (!outcome.ok) {
    return (
      <Page crumbs={crumbs} title={title} help="why">
        <Refused refusal={outcome.refusal} />
      </Page>
    )
  }
  const why = outcome.value
  const href = (lock?: Lock) => hrefOf(params, lock)
  return (
    <Page
      crumbs={crumbs}
      title={title}
      help="why"
      description={<Verdict why={why} />}
      actions={
        <>
          <CopyButton text={linesFor(why)} what="request">
            Copy for administrator
          </CopyButton>
          <ButtonLink href={href()} icon={<RefreshCw size={16} aria-hidden="true" />}>
            Check again
          </ButtonLink>
        </>
      }
    >
      <Explanation why={why} chosen={layer !== undefined} hrefOf={href} />
    </Page>
  )
}

function Verdict({ why }: { why: Why }) {
  const { before, after, policy } = verdictOf(why)
  const comma = why.effect === 'implicitDeny' ? ',' : why.effect === 'explicitDeny' ? '.' : ''
  const [head, tail] = policy ? after.split(policy.id) : [after]
  return (
    <>
      {before} <code className="mono text-text">{why.action}</code>
      {comma} {head}
      {policy && <PolicyName source={policy} />}
      {tail}
    </>
  )
}

function Explanation({ why, chosen, hrefOf }: { why: Why; chosen: boolean; hrefOf: (lock: Lock) => string }) {
  const locks = locksOf(why)
  const current = why.effect === 'explicitDeny' && why.looked.layer === why.decidedBy ? 'deny' : why.looked.layer
  return (
    <div className="why">
      <div className="why-request">
        <RequestCard why={why} />
      </div>
      <div className="why-locks">
        <LockRow locks={locks} current={current} chosen={chosen} hrefOf={hrefOf} />
      </div>
      <div className="why-looked">
        <LookedCard why={why} />
      </div>
      <div className="why-changes">
        <LocksBehind locks={locksBehind(locks)} />
        <ChangeCard missing={why.missing} named={why.named} />
      </div>
    </div>
  )
}

function LocksBehind({ locks }: { locks: readonly Lock[] }) {
  if (locks.length === 0) return null
  return (
    <Card title="Locks still behind" counter={locks.length} description="Opening the first one alone is not enough.">
      <ul className="why-behind">
        {locks.map(({ id, name, reason }) => (
          <li key={id}>
            <LockIcon size={16} aria-hidden="true" className="text-deny" />
            <b>{name}</b>
            <span className="text-text-2">{reason}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

const layerIn = (given: SearchParams[string]): LayerName | undefined =>
  typeof given === 'string' && Object.hasOwn(layerNames, given) ? (given as LayerName) : undefined

function hrefOf({ call, input, action }: SearchParams, lock?: Lock): string {
  const params = new URLSearchParams({ call: String(call), input: String(input) })
  if (typeof action === 'string') params.set('action', action)
  if (lock && lock.id !== 'deny') params.set('lock', lock.id)
  return `/iam/why?${params}`
}

function linesFor(why: Why): string {
  const { before, after } = verdictOf(why)
  return [
    `User: ${why.principalArn}`,
    `Action: ${why.action}`,
    ...(why.resource === '*' ? [] : [`On resource(s): ${why.resource}`]),
    `Why: ${before} ${why.action}: ${after}`,
  ].join('\n')
}
