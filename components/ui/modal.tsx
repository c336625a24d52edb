'use client'

import { X } from 'lucide-react'
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import { Button } from './button'

export type ModalProps = {
  title: ReactNode
  /** 320, 600 (default) or 820 px wide. */
  size?: 'small' | 'medium' | 'large'
  /** Called by Escape, the cross and a click beside it; the parent then stops drawing the modal. */
  onClose: () => void
  footer?: ReactNode
  /** While work runs, Escape and the cross do nothing. */
  busy?: boolean
  children: ReactNode
}

const widths = { small: 320, medium: 600, large: 820 }

/** A native modal dialog: draw it to open it. The browser keeps the focus inside and gives it back to the opener. */
export function Modal({ title, size = 'medium', onClose, footer, busy, children }: ModalProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useLayoutEffect(() => {
    const opened = dialog.current
    const opener = document.activeElement as HTMLElement | null
    opened?.showModal()
    // The cross comes first in the document; what a person came for is the first field, or the question itself.
    const field = opened?.querySelector<HTMLElement>('.modal-body :is(input, select, textarea):enabled')
    const first = field ?? opened?.querySelector('h2')
    first?.focus()
    return () => {
      opened?.close()
      opener?.focus()
    }
  }, [])
  const close = () => {
    if (!busy) onClose()
  }
  if (typeof document === 'undefined') return null
  // Outside the page's own tree: a form in a modal must not stand inside the form that opened it.
  return createPortal(
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the keyboard's way, see onCancel.
    <dialog
      ref={dialog}
      className="modal"
      aria-labelledby={titleId}
      style={{ '--width': `${widths[size]}px` } as React.CSSProperties}
      onCancel={(event) => {
        event.preventDefault()
        close()
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) close()
      }}
    >
      <div className="modal-head">
        <h2 id={titleId} tabIndex={-1}>
          {title}
        </h2>
        <Button variant="plain" label="Close" tip="left" icon={<X size={16} aria-hidden="true" />} onClick={close} />
      </div>
      <div className="modal-body">{children}</div>
      {footer && <div className="modal-foot">{footer}</div>}
    </dialog>,
    document.body,
  )
}
