'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { Refusal } from '@/app/refusal'
import type { Finding } from '@/components/console/policy-editor/severity'
import { syntaxFindings } from '@/components/console/policy-editor/syntax'
import { findingsOf } from './policy-findings'

type Answer = { text: string; findings: readonly Finding[] }

const none: readonly Finding[] = []
const pause = 400
const unreachable: Refusal = {
  code: 'ServiceUnavailable',
  message: 'The checks cannot be reached. Only the JSON syntax is checked until they answer again.',
}

/**
 * The findings of a document while it is being written: asked for when the typing pauses, the last answer wins. Where the
 * checks are refused, only the syntax is checked, and they are not asked again: each refusal would stand in the events.
 */
export function useFindings(text: string) {
  const [answer, setAnswer] = useState<Answer>()
  const [refusal, setRefusal] = useState<Refusal>()
  const isRefused = useRef(false)
  const latest = useRef(text)
  latest.current = text

  const check = useCallback(async (asked: string): Promise<readonly Finding[]> => {
    const outcome = isRefused.current ? null : await findingsOf(asked).catch(() => undefined)
    if (outcome?.ok === false && outcome.refusal.denial) isRefused.current = true
    if (outcome !== null) setRefusal(outcome?.ok ? undefined : (outcome?.refusal ?? unreachable))
    const findings = outcome?.ok ? outcome.value : syntaxFindings(asked)
    if (latest.current === asked) setAnswer({ text: asked, findings })
    return findings
  }, [])

  useEffect(() => {
    if (answer?.text === text) return
    const timer = setTimeout(() => check(text), pause)
    return () => clearTimeout(timer)
  }, [text, answer?.text, check])

  /** The findings of exactly the text that stands there now. */
  const checkNow = () => (answer?.text === text ? Promise.resolve(answer.findings) : check(text))
  return { findings: answer?.findings ?? none, refusal, checkNow }
}
