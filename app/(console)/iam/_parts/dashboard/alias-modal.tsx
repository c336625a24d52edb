'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState, useTransition } from 'react'
import { Refused } from '@/app/_parts/refused'
import type { Refusal } from '@/app/refusal'
import { Button } from '@/components/ui/button'
import { useFlash } from '@/components/ui/flashbar'
import { Field } from '@/components/ui/form-field'
import { Input } from '@/components/ui/input'
import { Modal } from '@/components/ui/modal'
import { accountAlias, nameProblem } from '@/lib/aws/names'
import { setAlias } from '../../actions'

type Props = { alias: string | undefined; base: string; onClose: () => void }

/** Gives the account an alias or another one; shows the URL while one types. */
export function AliasModal({ alias, base, onClose }: Props) {
  const [name, setName] = useState(alias ?? '')
  const [problem, setProblem] = useState<string>()
  const [refusal, setRefusal] = useState<Refusal>()
  const [busy, startTransition] = useTransition()
  const { flash } = useFlash()
  const router = useRouter()
  const save = (event: FormEvent) => {
    event.preventDefault()
    const wrong = name === '' ? 'Type an alias.' : nameProblem(accountAlias, name)
    setProblem(wrong ?? undefined)
    setRefusal(undefined)
    if (wrong) return
    startTransition(async () => {
      const result = await setAlias(name)
      if (result.ok) {
        if (result.flash) flash(result.flash)
        router.refresh()
        onClose()
      } else if (result.refusal.code === 'EntityAlreadyExists') {
        setProblem('Another account has this alias already.')
      } else {
        setRefusal(result.refusal)
      }
    })
  }
  return (
    <Modal
      title={alias ? 'Edit account alias' : 'Create account alias'}
      onClose={onClose}
      busy={busy}
      footer={
        <>
          <Button variant="plain" onClick={onClose} disabled={busy}>
            Cancel
          </Button>
          <Button type="submit" form="account-alias" variant="primary" loading={busy}>
            {alias ? 'Save changes' : 'Create alias'}
          </Button>
        </>
      }
    >
      <form id="account-alias" noValidate onSubmit={save} className="flex flex-col gap-4">
        <Field label="Preferred alias" hint={accountAlias.hint} error={problem}>
          <Input value={name} autoComplete="off" spellCheck={false} onChange={(event) => setName(event.target.value)} />
        </Field>
        <div>
          <div className="field-label">New sign-in URL</div>
          <output className="break-all text-text-2" aria-label="New sign-in URL">
            {base}
            <b className="text-text">{name || '…'}</b>
          </output>
        </div>
        {alias && <p className="text-text-2">Links with the alias {alias} stop working.</p>}
        {refusal && <Refused refusal={refusal} announce />}
      </form>
    </Modal>
  )
}
