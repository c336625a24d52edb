import { LockKeyhole } from 'lucide-react'
import { ButtonLink } from '@/components/ui/button-link'
import { CopyButton } from '@/components/ui/copy-button'
import { Popover } from '@/components/ui/float'
import { Arn } from '@/components/ui/text'
import { type Denial, denialLines, denialText } from './denial'
import { DenialSlim } from './denial-slim'

export type { Denial } from './denial'

export type DenialBoxProps = {
  denial: Denial
  /** One line with `Details`: for every box but a page's first. */
  slim?: boolean
  /** It answers an attempt just made: announced to screen readers. */
  announce?: boolean
}

/** The one picture of a refusal, wherever it happens. */
export function DenialBox({ denial, slim, announce }: DenialBoxProps) {
  if (slim) return <DenialSlim denial={denial} announce={announce} facts={<DenialFacts denial={denial} />} />
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles take a name.
    <div className="denial" aria-label={`Access denied to ${denial.action}`} role={announce ? 'alert' : 'group'}>
      <div className="denial-head">
        <LockKeyhole size={18} aria-hidden="true" />
        <div className="denial-words">
          <p className="denial-title">
            Access denied to <code>{denial.action}</code>
          </p>
          <p>You do not have this permission. You can send these lines to your administrator.</p>
        </div>
        <div className="actions">
          <CopyButton small text={denialText(denial)} what="refusal">
            Copy
          </CopyButton>
          {denial.whyHref && (
            <ButtonLink size="small" href={denial.whyHref}>
              Why was I denied?
            </ButtonLink>
          )}
        </div>
      </div>
      <DenialFacts denial={denial} />
    </div>
  )
}

function DenialFacts({ denial }: { denial: Denial }) {
  return (
    <dl className="denial-facts">
      {denialLines(denial).map((line) => (
        <div key={line.key} className={line.key === 'Context' ? 'denial-context' : undefined}>
          <dt>{line.key}</dt>
          <dd>
            <Arn>{line.value}</Arn>
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** A refused cell or value: lock and words, the box in a popover. */
export function DeniedCell({ denial }: { denial: Denial }) {
  const trigger = (
    <>
      <LockKeyhole size={14} aria-hidden="true" />
      <span>Access denied</span>
    </>
  )
  return (
    <Popover trigger={trigger} triggerClassName="denied-cell" title={`Access denied to ${denial.action}`} wide>
      <DenialBox denial={denial} />
    </Popover>
  )
}
