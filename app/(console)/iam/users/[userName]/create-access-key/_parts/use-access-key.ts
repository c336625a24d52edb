'use client'

import { useState, useTransition } from 'react'
import { refusalFlash } from '@/app/_parts/refusal-flash'
import type { Refusal } from '@/app/refusal'
import { useFlash } from '@/components/ui/flashbar'
import { nameProblem, tagValue } from '@/lib/aws/names'
import { createKey, type NewKey } from '../create-key'
import { betterThanKey, type UseCase } from './use-cases'

/** The state of the access key wizard. */
export function useAccessKey(userName: string) {
  const [step, setStep] = useState(0)
  const [useCase, setUseCase] = useState<UseCase>('cli')
  const [understood, setUnderstood] = useState(false)
  const [description, setDescription] = useState('')
  const [error, setError] = useState<string>()
  const [refusal, setRefusal] = useState<Refusal>()
  const [made, setMade] = useState<NewKey>()
  const [busy, startTransition] = useTransition()
  const { flash } = useFlash()
  const problem = nameProblem(tagValue, description)

  const create = () =>
    startTransition(async () => {
      const outcome = await createKey(userName, description)
      if (!outcome.ok) return setRefusal(outcome.refusal)
      const { id, untold } = outcome.value
      flash({ kind: 'success', title: `Access key ${id} created.`, text: 'This is the only time to see its secret.' })
      if (untold) flash(refusalFlash('The description was not kept.', untold))
      setMade(outcome.value)
    })
  const next = () => {
    setError(undefined)
    setRefusal(undefined)
    if (step === 1) return problem ? setError('Please correct the field that is marked.') : create()
    if (betterThanKey(useCase) && !understood) return setError('Tick the box to go on, or choose the other way.')
    setStep(1)
  }
  const chooseUseCase = (chosen: UseCase) => {
    setUseCase(chosen)
    setUnderstood(false)
  }
  return {
    ...{ step, setStep, next, useCase, chooseUseCase, understood, setUnderstood },
    ...{ description, setDescription, problem, error, refusal, made, busy },
  }
}
