'use client'

import { useState, useTransition } from 'react'
import type { Refusal } from '@/app/refusal'
import { useFlash } from '@/components/ui/flashbar'
import { groupName as groupNameRule, nameProblem } from '@/lib/aws/names'
import { createGroupWithAll, type GroupWish } from './create-group'

/** The state of a form that makes a group: `create` checks the name, makes the group and tells what came of it. */
export function useCreateGroup(onCreated: (name: string) => void, onWrongName?: () => void) {
  const [name, setName] = useState('')
  const [problem, setProblem] = useState<string>()
  const [refusal, setRefusal] = useState<Refusal>()
  const [busy, startTransition] = useTransition()
  const { flash } = useFlash()
  const refuseName = (wrong: string) => {
    setProblem(wrong)
    onWrongName?.()
  }
  const create = (wish: Omit<GroupWish, 'groupName'>) => {
    setRefusal(undefined)
    const wrong = name === '' ? 'A group needs a name.' : nameProblem(groupNameRule, name)
    if (wrong) return refuseName(wrong)
    startTransition(async () => {
      const outcome = await createGroupWithAll({ ...wish, groupName: name })
      if (outcome.ok) {
        for (const one of outcome.value.flashes) flash(one)
        onCreated(name)
      } else if (outcome.refusal.code === 'EntityAlreadyExists') {
        refuseName('There is already a group with this name.')
      } else {
        setRefusal(outcome.refusal)
      }
    })
  }
  const changeName = (next: string) => {
    setName(next)
    setProblem(undefined)
  }
  return { name, changeName, problem, refusal, busy, create }
}
