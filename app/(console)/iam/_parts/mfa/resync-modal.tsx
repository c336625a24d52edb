'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState, useTransition } from 'react'
import { Refused } from '@/app/_parts/refused'
import type { Refusal } from '@/app/refusal'
import { Button } from '@/components/ui/button'
import { useFlash } from '@/components/ui/flashbar'
import { Modal } from '@/components/ui/modal'
import { resyncDevice } from './actions'
import { CodeFields, codesProblem, noCodes } from './code-fields'

type Props = { userName: string | undefined; device: { id: string; name: string }; onClose: () => void }

/** Two codes in a row tell how far the device's clock is off. */
export function ResyncModal({ userName, device, onClose }: Props) {
  const [codes, setCodes] = useState(noCodes)
  const [problem, setProblem] = useState(noCodes)
  const [refusal, setRefusal] = useState<Refusal>()
  const [busy, startTransition] = useTransition()
  const { flash } = useFlash()
  const router = useRouter()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const wrong = codesProblem(codes)
    setProblem(wrong ?? noCodes)
    setRefusal(undefined)
    if (wrong || busy) return
    startTransition(async () => {
      const result = await resyncDevice(userName, device.id, codes)
      if (!result.ok) return setRefusal(result.refusal)
      if (result.flash) flash(result.flash)
      onClose()
      router.refresh()
    })
  }
  return (
    <Modal title={`Resync ${device.name}`} onClose={onClose} busy={busy}>
      <form onSubmit={submit} noValidate>
        <div className="flex flex-col gap-4">
          <p>Where the clock of a device goes wrong, its codes do. Two codes in a row tell by how much.</p>
          <CodeFields codes={codes} problem={problem} onChange={setCodes} />
          {refusal && <Refused refusal={refusal} announce />}
        </div>
        <div className="modal-foot modal-foot-inside">
          <Button variant="plain" onClick={onClose} disabled={busy}>
            Cancel
          </Button>
          <Button type="submit" variant="primary" loading={busy}>
            Resync
          </Button>
        </div>
      </form>
    </Modal>
  )
}
