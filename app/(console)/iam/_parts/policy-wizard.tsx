'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useState, useTransition } from 'react'
import { Refused } from '@/app/_parts/refused'
import type { Refusal } from '@/app/refusal'
import { Info } from '@/components/console/info'
import { PolicyEditor } from '@/components/console/policy-editor/policy-editor'
import { type Finding, findingsIn } from '@/components/console/policy-editor/severity'
import { documentSize } from '@/components/console/policy-editor/syntax'
import { Alert } from '@/components/ui/notice'
import { Wizard, type WizardStep } from '@/components/ui/wizard'
import { limits } from '@/lib/aws/limits'
import { actionsLike } from './policy-findings'
import { useFindings } from './use-findings'

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
  const [step, setStep] = useState(0)
  const [document, setDocument] = useState(start)
  const [blocked, setBlocked] = useState<string>()
  const [refusal, setRefusal] = useState<Refusal>()
  const [busy, startTransition] = useTransition()
  const { findings, refusal: unchecked, checkNow } = useFindings(document)
  const router = useRouter()
  const write = (text: string) => {
    setDocument(text)
    setBlocked(undefined)
  }
  const goTo = (to: number) => {
    setRefusal(undefined)
    setStep(to)
  }
  const review = () =>
    startTransition(async () => {
      const problem = problemOf(document, await checkNow(), maxCharacters)
      setBlocked(problem)
      if (!problem) goTo(1)
    })
  const submit = () =>
    startTransition(async () => {
      setRefusal(undefined)
      const failed = await save(document)
      setRefusal(failed)
      if (failed && aboutDocument.has(failed.code)) setStep(0)
    })
  return (
    <Wizard
      wide
      label={label}
      steps={steps}
      step={step}
      onStep={goTo}
      onNext={step === 0 ? review : submit}
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
          onChange={write}
          findings={findings}
          maxCharacters={maxCharacters}
          error={problemBox(refusal, blocked)}
          notice={unchecked && <Refused refusal={unchecked} slim />}
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

const aboutDocument = new Set(['MalformedPolicyDocument', 'LimitExceeded'])

function problemOf(document: string, findings: readonly Finding[], maxCharacters: number): string | undefined {
  const { length: errors } = findingsIn('errors', findings)
  if (errors > 0) return `Correct ${errors === 1 ? 'the error' : `the ${errors} errors`} in the policy first.`
  const over = documentSize(document) - maxCharacters
  if (over > 0) return `The policy is ${over.toLocaleString('en')} characters too long.`
}
