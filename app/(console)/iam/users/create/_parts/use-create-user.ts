'use client'

import { useState, useTransition } from 'react'
import type { Refusal } from '@/app/refusal'
import { tagProblems } from '@/components/console/tags'
import { useFlash } from '@/components/ui/flashbar'
import { nameProblem, userName as userNameRule } from '@/lib/aws/names'
import { type PasswordRequirements, passwordRules } from '@/lib/aws/password-rules'
import { type Created, createUserAsWished } from '../create-user'
import { emptyWish, type UserWish } from '../wish'
import { flashesOf } from './flashes'

/** What is wrong with a field of the first step. */
export type Problems = { userName?: string; person?: string; password?: string }

/** The state of the flow: the wish is gathered here and sent as a whole. */
export function useCreateUser(passwordPolicy: PasswordRequirements | null, onDone: () => void) {
  const [step, setStep] = useState(0)
  const [wish, setWish] = useState<UserWish>(emptyWish)
  const [problems, setProblems] = useState<Problems>({})
  const [refusal, setRefusal] = useState<Refusal>()
  const [created, setCreated] = useState<Created>()
  const [strictTags, setStrictTags] = useState(false)
  const [busy, startTransition] = useTransition()
  const { flash } = useFlash()

  const takeRefusal = (failed: Refusal) => {
    if (failed.code !== 'EntityAlreadyExists') return setRefusal(failed)
    setProblems({ userName: 'There is already a user with this name.' })
    setStep(0)
  }
  const submit = () =>
    startTransition(async () => {
      const outcome = await createUserAsWished(wish)
      if (!outcome.ok) return takeRefusal(outcome.refusal)
      for (const one of flashesOf(outcome.value)) flash(one)
      if (outcome.value.signIn) setCreated(outcome.value)
      else onDone()
    })
  const checkDetails = () => {
    const found = detailsProblems(wish, passwordPolicy)
    setProblems(found)
    if (Object.keys(found).length === 0) setStep(1)
  }
  const next = () => {
    setRefusal(undefined)
    if (step === 0) return checkDetails()
    if (step === 1) return setStep(2)
    const tagsAreWrong = tagProblems(wish.tags, { ignoreCase: true }).some(Boolean)
    setStrictTags(tagsAreWrong)
    if (!tagsAreWrong) submit()
  }
  const change = (part: Partial<UserWish>) => {
    setWish((before) => ({ ...before, ...part }))
    setProblems({})
  }
  const go = (to: number) => {
    setRefusal(undefined)
    setStep(to)
  }
  return { step, go, next, wish, change, problems, refusal, created, strictTags, busy }
}

function detailsProblems(wish: UserWish, policy: PasswordRequirements | null): Problems {
  const problems: Problems = {}
  if (wish.userName === '') problems.userName = 'A user needs a name.'
  else if (nameProblem(userNameRule, wish.userName)) problems.userName = 'This is not a valid user name.'
  if (wish.console?.person === 'identity-center') {
    problems.person = 'Choose an IAM user to go on: Identity Center is not part of this dojo.'
  } else if (wish.console?.password === 'custom') {
    const { custom } = wish.console
    const broken = passwordRules(policy, [wish.userName]).filter((rule) => !rule.holds(custom))
    if (broken.length > 0) problems.password = 'The password does not follow the rules below.'
  }
  return problems
}
