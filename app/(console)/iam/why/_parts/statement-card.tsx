import { Check, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { JsonView, type LineMark } from '@/components/ui/json-view'
import { Arn } from '@/components/ui/text'
import type { NearStatement } from '@/lib/gate/why'
import { PolicyName } from './policy-name'

type Statement = NearStatement['statement']
type Part = { name: string; fits: boolean; text: ReactNode }

/** A document of up to so many lines is shown whole. */
const wholeLines = 20

/** A statement in its document, the part that does not fit marked, and what each part says. */
export function StatementView({ near, action, headed }: { near: NearStatement; action: string; headed: boolean }) {
  const { document, statement } = near
  const { source, sid, index, matched } = statement
  const parts = partsOf(statement, action)
  const failing = parts.filter(({ fits }) => !fits).length
  return (
    <article className="why-statement">
      {headed && (
        <p className="px-4 m:px-5 pb-3">
          <StatementSource source={source} />
        </p>
      )}
      <JsonView
        text={document}
        label={`Document of ${source.id}`}
        marks={marksOf(statement)}
        lines={linesOf(document, statement)}
        maxHeight={380}
        className="why-code"
      />
      <div className="px-4 m:px-5 py-3">
        <p className="type-strong pb-1">
          {matched ? 'Statement' : 'Closest statement'}:{' '}
          {sid ? <code className="mono">{sid}</code> : `number ${index + 1}`}. {conclusion(statement, failing)}
        </p>
        <ul className="why-parts">
          {parts.map(({ name, fits, text }) => (
            <li key={name} data-fits={fits}>
              {fits ? <Check size={16} aria-hidden="true" /> : <X size={16} aria-hidden="true" />}
              <b>{name}</b>
              <span className="sr-only">{fits ? 'matches' : 'does not match'}:</span>
              <span>{text}</span>
            </li>
          ))}
        </ul>
      </div>
    </article>
  )
}

/** Which policy, and through which group it came. */
export function StatementSource({ source }: { source: Statement['source'] }) {
  return (
    <>
      <PolicyName source={source} />
      {source.via && <span className="text-text-2"> through group {source.via.name}</span>}
    </>
  )
}

function conclusion({ effect, matched }: Statement, failing: number): string {
  if (matched) return effect === 'Deny' ? 'It forbids this: every part matches.' : 'It allows this.'
  return failing === 1 ? 'One part does not match.' : `${failing} parts do not match.`
}

function partsOf({ effect, principal, action, resource, conditions }: Statement, asked: string): Part[] {
  const mono = (text: string) => <code className="mono">{text}</code>
  return [
    { name: 'Effect', fits: true, text: effect },
    ...(principal
      ? [{ name: 'Principal', fits: principal.matched, text: principal.matched ? 'names you' : 'does not name you' }]
      : []),
    {
      name: action?.element ?? 'Action',
      fits: action?.matched === true,
      text: (
        <>
          {mono(asked)}{' '}
          {action?.matched ? 'is meant' : action?.element === 'NotAction' ? 'is left out' : 'is not in the list'}
        </>
      ),
    },
    ...(resource
      ? [
          {
            name: resource.element,
            fits: resource.matched,
            text: <Coverage {...resource} />,
          },
        ]
      : []),
    ...(conditions.length === 0 ? [{ name: 'Condition', fits: true, text: 'none' }] : conditions.map(conditionPart)),
  ]
}

/** One entry is told word for word; of several, the one that decides. */
function Coverage({ element, entries }: NonNullable<Statement['resource']>) {
  const named = entries.find((entry) => entry.matched) ?? (entries.length === 1 ? entries[0] : undefined)
  const [does, doesNot] =
    element === 'NotResource' ? ['leaves this out', 'does not leave this out'] : ['covers this', 'does not cover this']
  if (!named) return `none of the entries ${does}`
  return (
    <>
      <Arn>{named.text}</Arn> {named.matched ? does : doesNot}
    </>
  )
}

function conditionPart({ operator, key, policyValues, requestValue, matched }: Statement['conditions'][number]): Part {
  const given = typeof requestValue === 'string' ? requestValue : requestValue?.join(', ')
  return {
    name: `Condition ${key}`,
    fits: matched,
    text: (
      <>
        wants {operator} <code className="mono">{policyValues.join(', ')}</code>
        {given === undefined ? (
          '; the request does not tell'
        ) : (
          <>
            ; it is <code className="mono">{given}</code>
          </>
        )}
      </>
    ),
  }
}

type Span = Statement['span']

function marksOf({
  span,
  effect,
  matched,
  action,
  resource,
  principal,
  conditions,
}: Statement): Record<number, LineMark> {
  const marks: Record<number, LineMark> = {}
  const mark = ({ start, end }: Span, how: LineMark) => {
    for (let line = start.line; line <= end.line; line++) marks[line] = how
  }
  mark(span, matched && effect === 'Allow' ? 'allow' : 'near')
  if (matched) return marks
  for (const part of [principal, action, resource, ...conditions]) if (part && !part.matched) mark(part.span, 'fail')
  return marks
}

function linesOf(document: string, { span }: Statement) {
  const count = document.split('\n').length
  if (count <= wholeLines) return
  return { from: Math.max(1, span.start.line - 2), to: Math.min(count, span.end.line + 2) }
}
