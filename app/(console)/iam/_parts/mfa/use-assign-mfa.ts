'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import type { Refusal } from '@/app/refusal'
import { useFlash } from '@/components/ui/flashbar'
import { mfaDeviceName, nameProblem } from '@/lib/aws/names'
import { assignDevice, forgetDevice, makeDevice, type NewDevice } from './actions'
import { codesProblem, noCodes } from './code-fields'

/** The state of the wizard. Its first step makes the device, for only the server can say whether a name is free. */
export function useAssignMfa(userName: string | undefined, back: string) {
  const [name, setName] = useState('')
  const [device, setDevice] = useState<NewDevice>()
  const [codes, setCodes] = useState(noCodes)
  const [nameError, setNameError] = useState<string>()
  const [codeProblem, setCodeProblem] = useState(noCodes)
  const [refusal, setRefusal] = useState<Refusal>()
  const [busy, startTransition] = useTransition()
  const { flash } = useFlash()
  const router = useRouter()

  const make = () => {
    const problem = name === '' ? 'Enter a device name' : nameProblem(mfaDeviceName, name)
    if (problem) return setNameError(problem)
    startTransition(async () => {
      const made = await makeDevice(name)
      if (made.ok) return setDevice(made.value)
      if (made.refusal.code === 'EntityAlreadyExists')
        return setNameError('A device of this name exists. Choose another name')
      setRefusal(made.refusal)
    })
  }
  const assign = ({ serial }: NewDevice) => {
    const problem = codesProblem(codes)
    setCodeProblem(problem ?? noCodes)
    if (problem) return
    startTransition(async () => {
      const result = await assignDevice(userName, serial, codes)
      if (!result.ok) return setRefusal(result.refusal)
      if (result.flash) flash(result.flash)
      router.push(back)
    })
  }
  const next = () => {
    for (const clear of [setNameError, setRefusal]) clear(undefined)
    if (device) assign(device)
    else make()
  }
  const leave = () =>
    startTransition(async () => {
      const warning = device && (await forgetDevice(device.serial))
      if (warning) flash(warning)
      router.push(back)
    })
  const isMarked = nameError !== undefined || codeProblem.some((problem) => problem !== '')
  const error = isMarked ? 'Please correct the field that is marked.' : undefined
  return {
    ...{ step: device ? 1 : 0, name, setName, nameError, device, codes, setCodes, codeProblem },
    ...{ error, refusal, busy, next, leave },
  }
}
