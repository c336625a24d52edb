import type { ReactNode } from 'react'
import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'
import { CopyButton } from '@/components/ui/copy-button'
import { JsonView } from '@/components/ui/json-view'
import type { LayerName, Missing, PolicySource, Why } from '@/lib/gate/why'
import { layerNames } from '../locks'
import { PolicyName } from './policy-name'

/** The fewest changes that would open every lock, one after the other. */
export function ChangeCard({ missing, named }: Pick<Why, 'missing' | 'named'>) {
  if (missing.length === 0) return null
  return (
    <Card title="Smallest change" description={missing.length > 1 ? 'All of these together.' : undefined}>
      <ol className="why-steps">
        {missing.map((each) => (
          <li key={JSON.stringify(each)}>
            <Step missing={each} named={named} />
          </li>
        ))}
      </ol>
    </Card>
  )
}

function Step({ missing, named }: { missing: Missing } & Pick<Why, 'named'>): ReactNode {
  switch (missing.kind) {
    case 'impossible':
      return 'This belongs to AWS: no policy can allow it.'
    case 'remove-deny':
      return <RemoveDeny {...missing} />
    case 'condition':
      return <Condition {...missing} />
    case 'allow':
      return (
        <>
          <p>{allowIn[missing.layer]}</p>
          <Suggestion {...missing} policy={missing.layer === 'boundary' ? named.boundary : undefined} />
        </>
      )
  }
}

const allowIn: Record<LayerName, string> = {
  identity: 'Add this statement to one of your policies, or to a policy of one of your groups.',
  boundary: 'Add this statement to the permissions boundary.',
  session: 'Begin the session again without a session policy, or with one that has this statement.',
  resource: 'Add this statement, with you as its principal, to the policy of the resource.',
  scp: 'Add this statement to the service control policy.',
  rcp: 'Add this statement to the resource control policy.',
}

type SuggestionProps = Pick<Of<'allow'>, 'action' | 'resource'> & { policy?: PolicySource }

/** A statement to copy, and the policy where it belongs. */
function Suggestion({ action, resource, policy }: SuggestionProps) {
  const text = JSON.stringify({ Effect: 'Allow', Action: action, Resource: resource }, null, 2)
  return (
    <div className="flex flex-col items-start gap-2 pt-2">
      <JsonView text={text} label="Suggested statement" wrap className="code-small w-full" />
      <div className="actions">
        <CopyButton small text={text} what="statement">
          Copy statement
        </CopyButton>
        {policy?.arn && (
          <ButtonLink size="small" href={`/iam/policies/${encodeURIComponent(policy.arn)}`}>
            Open {policy.id}
          </ButtonLink>
        )}
      </div>
    </div>
  )
}

type Of<Kind extends Missing['kind']> = Extract<Missing, { kind: Kind }>

function RemoveDeny({ layer, source, index, sid }: Of<'remove-deny'>) {
  const name = layerNames[layer].toLowerCase()
  if (index < 0 && !source.arn)
    return `Change the ${name} that forbids it. You may not read it: ask who administers the account.`
  return (
    <>
      Change {index >= 0 && <b>statement {sid ?? index + 1}</b>} {index >= 0 && 'of '}
      <PolicyName source={source} /> so that it no longer forbids this. No allow is stronger.
    </>
  )
}

function Condition({ condition, source, index, sid }: Of<'condition'>) {
  const { key, operator, policyValues, requestValue } = condition
  const wanted = `${operator} ${policyValues.join(', ')}`
  if (/^aws:multifactorauth/i.test(key)) {
    return (
      <>
        Sign in with MFA: <b>statement {sid ?? index + 1}</b> of <b>{source.id}</b> asks for it.
      </>
    )
  }
  return (
    <>
      Meet the condition of <b>statement {sid ?? index + 1}</b> in <b>{source.id}</b>, or change it:{' '}
      <code className="mono">{key}</code> must satisfy <code className="mono">{wanted}</code>
      {requestValue === null ? ', and the request does not tell it.' : '.'}
    </>
  )
}
