'use client'

import { useState, useTransition } from 'react'
import type { Refusal } from '@/app/refusal'
import { type Finding, findingsIn } from '@/components/console/policy-editor/severity'
import { documentSize } from '@/components/console/policy-editor/syntax'
import { useFindings } from './use-findings'

type Asked = {
  start: string
  maxCharacters: number
  save: (document: string) => Promise<Refusal | undefined>
}

/** The way through a policy wizard: only a document without errors is let on, and a refused one leads back to it. */
export function usePolicySteps({ start, maxCharacters, save }: Asked) {
  const [step, setStep] = useState(0)
  const [document, setDocument] = useState(start)
  const [blocked, setBlocked] = useState<string>()
  const [refusal, setRefusal] = useState<Refusal>()
  const [busy, startTransition] = useTransition()
  const { findings, refusal: unchecked, checkNow } = useFindings(document)
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
      // Together with the end of the waiting: a button that still waits would not hear a quick click in the new step.
      if (!problem) startTransition(() => goTo(1))
    })
  const submit = () =>
    startTransition(async () => {
      setRefusal(undefined)
      const failed = await save(document)
      setRefusal(failed)
      if (failed && aboutDocument.has(failed.code)) setStep(0)
    })
  const next = step === 0 ? review : submit
  return { document, write, step, goTo, next, busy, findings, unchecked, blocked, refusal }
}

const aboutDocument = new Set(['MalformedPolicyDocument', 'LimitExceeded'])

function problemOf(document: string, findings: readonly Finding[], maxCharacters: number): string | undefined {
  const { length: errors } = findingsIn('errors', findings)
  if (errors > 0) return `Correct ${errors === 1 ? 'the error' : `the ${errors} errors`} in the policy first.`
  const over = documentSize(document) - maxCharacters
  if (over > 0) return `The policy is ${over.toLocaleString('en')} characters too long.`
}
