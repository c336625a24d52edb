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
  const [error, setError] = useState<string>()
  const [refusal, setRefusal] = useState<Refusal>()
  const [busy, startTransition] = useTransition()
  const { flash } = useFlash()
  const router = useRouter()

  const make = () => {
    const problem = name === '' ? 'Enter a device name' : nameProblem(mfaDeviceName, name)
    if (problem) return tellName(problem)
    startTransition(async () => {
      const made = await makeDevice(name)
      if (made.ok) return setDevice(made.value)
      if (made.refusal.code === 'EntityAlreadyExists')
        return tellName('A device of this name exists. Choose another name')
      setRefusal(made.refusal)
    })
  }
  const tellName = (problem: string) => {
    setNameError(problem)
    setError('Please correct the field that is marked.')
  }
  const assign = ({ serial }: NewDevice) => {
    const problem = codesProblem(codes)
    setCodeProblem(problem ?? noCodes)
    if (problem) return setError('Please correct the field that is marked.')
    startTransition(async () => {
      const result = await assignDevice(userName, serial, codes)
      if (!result.ok) return setRefusal(result.refusal)
      if (result.flash) flash(result.flash)
      router.push(back)
    })
  }
  const next = () => {
    for (const clear of [setNameError, setError, setRefusal]) clear(undefined)
    if (device) assign(device)
    else make()
  }
  // AWS: leaving the second step half-way asks for iam:DeleteVirtualMFADevice. Refused, the device stays and its name is taken.
  const leave = () =>
    startTransition(async () => {
      const forgotten = device && (await forgetDevice(device.serial))
      if (forgotten && !forgotten.ok) {
        const text = forgotten.refusal.message
        flash({
          kind: 'warning',
          title: `The unassigned MFA device ${name} is left, and its name taken.`,
          text,
          copy: text,
        })
      }
      router.push(back)
    })
  return {
    ...{ step: device ? 1 : 0, name, setName, nameError, device, codes, setCodes, codeProblem },
    ...{ error, refusal, busy, next, leave },
  }
}
