'use client'

import { ChevronDown, LockKeyhole } from 'lucide-react'
import { type ReactNode, useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { classNames } from '@/components/ui/class-names'
import { CopyButton } from '@/components/ui/copy-button'
import { Link } from '@/components/ui/link'
import { type Denial, denialText, policyName } from './denial'

type DenialSlimProps = { denial: Denial; announce?: boolean; facts: ReactNode }

/** A refusal in one line; its facts open below. */
export function DenialSlim({ denial, announce, facts }: DenialSlimProps) {
  const [open, setOpen] = useState(false)
  const id = useId()
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles take a name.
    <div
      className={classNames('denial', !open && 'denial-slim')}
      aria-label={`Access denied to ${denial.action}`}
      role={announce ? 'alert' : 'group'}
    >
      <div className="denial-head">
        <LockKeyhole size={18} aria-hidden="true" />
        <p className="denial-words">
          <b>
            Access denied to <code>{denial.action}</code>
          </b>
          <span className="denial-kind">{shortReason(denial)}</span>
        </p>
        <div className="actions">
          {open && (
            <CopyButton small text={denialText(denial)} what="refusal">
              Copy
            </CopyButton>
          )}
          <Button size="small" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
            Details
            <ChevronDown size={14} aria-hidden="true" />
          </Button>
          {denial.whyHref && (
            <ButtonLink size="small" href={denial.whyHref}>
              Why was I denied?
            </ButtonLink>
          )}
        </div>
      </div>
      <div id={id}>{open && facts}</div>
    </div>
  )
}

function shortReason({ kind, policy, context }: Denial) {
  if (kind === 'implicit') return context
  if (!policy) return 'explicit deny'
  return (
    <>
      explicit deny in{' '}
      {policy.startsWith('arn:') ? (
        <Link className="name-link" href={`/iam/policies/${encodeURIComponent(policy)}`}>
          {policyName(policy)}
        </Link>
      ) : (
        <b className="text-text">{policyName(policy)}</b>
      )}
    </>
  )
}
