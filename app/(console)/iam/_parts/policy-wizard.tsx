'use client'

import { useRouter } from 'next/navigation'
import type { ReactNode } from 'react'
import { Refused } from '@/app/_parts/refused'
import type { Refusal } from '@/app/refusal'
import { Info } from '@/components/console/info'
import { PolicyEditor } from '@/components/console/policy-editor/policy-editor'
import { Alert } from '@/components/ui/notice'
import { Wizard, type WizardStep } from '@/components/ui/wizard'
import { limits } from '@/lib/aws/limits'
import { actionsLike } from './policy-findings'
import { usePolicySteps } from './use-policy-steps'

type Props = {
  /** For the ears: `Create policy`. */
  label: string
  /** The editor, then what comes after it. */
  steps: readonly [WizardStep, WizardStep]
  /** The document to begin with. */
  start: string
  maxCharacters?: number
  submitLabel: string
  /** Where Cancel leads. */
  back: string
  /** Something besides the document was filled in. */
  dirty?: boolean
  /** What is wrong with the second step's own fields. */
  problem?: ReactNode
  /** Saves it. A refusal that is not shown elsewhere comes back; what concerns the document is shown beside it. */
  save: (document: string) => Promise<Refusal | undefined>
  /** The second step. */
  children: (document: string, edit: () => void) => ReactNode
}

/** A policy is written in two steps: the document with its findings, then its name and what goes with it. */
export function PolicyWizard(props: Props) {
  const { label, steps, start, maxCharacters = limits.PolicySizeQuota, submitLabel, back, dirty, save } = props
  const { document, step, goTo, busy, refusal, ...flow } = usePolicySteps({ start, maxCharacters, save })
  const router = useRouter()
  return (
    <Wizard
      wide
      label={label}
      steps={steps}
      step={step}
      onStep={goTo}
      onNext={flow.next}
      submitLabel={submitLabel}
      onCancel={() => router.push(back)}
      dirty={dirty || document !== start}
      busy={busy}
      error={step === 0 ? undefined : props.problem}
      note="Nothing is saved yet."
    >
      {step === 0 ? (
        <PolicyEditor
          value={document}
          onChange={flow.write}
          findings={flow.findings}
          maxCharacters={maxCharacters}
          error={problemBox(refusal, flow.blocked)}
          notice={flow.unchecked && <Refused refusal={flow.unchecked} slim />}
          completeAction={actionsLike}
        />
      ) : (
        <>
          {refusal && <Refused refusal={refusal} announce />}
          {props.children(document, () => goTo(0))}
        </>
      )}
    </Wizard>
  )
}

/** The first step of every wizard that writes a policy. */
export const editorStep = (title: string, next: string): WizardStep => ({
  title,
  description: next,
  info: <Info topic="policy-editor" />,
})

function problemBox(refusal?: Refusal, blocked?: string) {
  if (refusal) return <Refused refusal={refusal} announce />
  return (
    blocked && (
      <Alert kind="error" announce>
        {blocked}
      </Alert>
    )
  )
}
