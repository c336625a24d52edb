'use client'

import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { type ReactNode, useState, useTransition } from 'react'
import type { ActionResult } from '@/app/action-result'
import type { Refusal } from '@/app/refusal'
import { useSelection } from '@/components/console/table-selection'
import { Button, type ButtonProps } from '@/components/ui/button'
import { useFlash } from '@/components/ui/flashbar'
import { refusalFlash } from './refusal-flash'
import { Refused } from './refused'

const ConfirmModal = dynamic(() => import('@/components/ui/confirm-modal').then((module) => module.ConfirmModal), {
  ssr: false,
})

type Confirmation = {
  title: string
  /** The word on the last button. */
  action: string
  /** What must be typed first. */
  typed?: string
  danger?: boolean
  text: ReactNode
}

type Look = Pick<ButtonProps, 'variant' | 'size' | 'icon'> & { label: string }

type ActionButtonProps = Look & {
  act: () => Promise<ActionResult>
  /** Asks first; without it the click acts at once. */
  confirm?: Confirmation
  /** Where to go when it is done. */
  then?: string
  disabled?: boolean
  onDone?: () => void
}

/** A button that performs a server action: asks if it must, shows what came of it, and draws the page anew. */
export function ActionButton({ label, act, confirm, then, disabled, onDone, ...look }: ActionButtonProps) {
  const [asking, setAsking] = useState(false)
  const [refusal, setRefusal] = useState<Refusal>()
  const [busy, startTransition] = useTransition()
  const { flash } = useFlash()
  const router = useRouter()
  const run = () =>
    startTransition(async () => {
      const result = await act()
      if (!result.ok) {
        if (confirm) setRefusal(result.refusal)
        else flash(refusalFlash(`${label} failed.`, result.refusal))
        return
      }
      if (result.flash) flash(result.flash)
      setAsking(false)
      onDone?.()
      if (then) router.push(then)
      else router.refresh()
    })
  const open = () => {
    setRefusal(undefined)
    setAsking(true)
  }
  return (
    <>
      <Button {...look} disabled={disabled} loading={busy && !asking} onClick={confirm ? open : run}>
        {label}
      </Button>
      {asking && confirm && (
        <ConfirmModal
          title={confirm.title}
          action={confirm.action}
          typed={confirm.typed}
          danger={confirm.danger}
          busy={busy}
          error={refusal && <Refused refusal={refusal} announce />}
          onConfirm={run}
          onClose={() => setAsking(false)}
        >
          {confirm.text}
        </ConfirmModal>
      )}
    </>
  )
}

type SelectionButtonProps = Look & {
  /** Gets the IDs of the ticked rows. */
  act: (ids: readonly string[]) => Promise<ActionResult>
  confirm?: Omit<Confirmation, 'text'> & { text?: ReactNode }
}

/** The same for the ticked rows of the table around it. */
export function SelectionButton({ act, confirm, ...look }: SelectionButtonProps) {
  const { selected, clear } = useSelection()
  const names = (
    <>
      {confirm?.text}
      <ul className="list-disc pt-2 pl-5">
        {selected.map(({ id, name }) => (
          <li key={id}>{name}</li>
        ))}
      </ul>
    </>
  )
  return (
    <ActionButton
      {...look}
      disabled={selected.length === 0}
      act={() => act(selected.map((one) => one.id))}
      confirm={confirm && { ...confirm, text: names }}
      onDone={clear}
    />
  )
}
