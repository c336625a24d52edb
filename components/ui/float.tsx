'use client'

import { type ReactNode, type ToggleEvent, useEffect, useId, useRef, useState } from 'react'
import { classNames } from './class-names'

type FloatOptions = {
  /** Which edge of the opener it lines up with. */
  align?: 'start' | 'end'
  onOpened?: (float: HTMLElement) => void
}

/**
 * A native popover hung below its opener: top layer, Escape, light dismissal and focus return are the browser's;
 * only the place is ours.
 */
export function useFloat({ align = 'start', onOpened }: FloatOptions = {}) {
  const id = useId()
  const opener = useRef<HTMLButtonElement>(null)
  const float = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)

  // Clicked before the page was awake, it is open, and empty: opened once more it finds us listening.
  useEffect(() => {
    if (!float.current?.matches(':popover-open')) return
    float.current.hidePopover()
    float.current.showPopover()
  }, [])

  useEffect(() => {
    if (!open) return
    const place = () => placeBelow(opener.current, float.current, align)
    window.addEventListener('resize', place)
    document.addEventListener('scroll', place, { capture: true, passive: true })
    return () => {
      window.removeEventListener('resize', place)
      document.removeEventListener('scroll', place, { capture: true })
    }
  }, [open, align])

  const openerProps = { ref: opener, popoverTarget: id, 'aria-expanded': open, 'aria-controls': id }
  const floatProps = {
    ref: float,
    id,
    popover: 'auto' as const,
    onBeforeToggle: (event: ToggleEvent<HTMLDivElement>) => {
      if (event.newState !== 'open') return
      placeBelow(opener.current, float.current, align)
      setOpen(true)
    },
    onToggle: (event: ToggleEvent<HTMLDivElement>) => {
      // Not before: the browser gives the focus back only while what has it is still there.
      if (event.newState !== 'open') return setOpen(false)
      placeBelow(opener.current, float.current, align)
      onOpened?.(event.currentTarget)
    },
  }
  return { open, openerProps, floatProps, opener, float, close: () => float.current?.hidePopover() }
}

function placeBelow(opener: HTMLElement | null, float: HTMLElement | null, align: 'start' | 'end') {
  if (!opener || !float) return
  const at = opener.getBoundingClientRect()
  const { offsetWidth: width, offsetHeight: height } = float
  const fitsBelow = at.bottom + 4 + height <= innerHeight || at.top < height
  const room = document.documentElement.clientWidth - width - 8
  const wanted = align === 'end' ? at.right - width : at.left
  float.style.top = fitsBelow ? `${at.bottom + 4}px` : `${at.top - 4 - height}px`
  float.style.left = `${Math.max(8, Math.min(wanted, room))}px`
}

export type PopoverProps = {
  /** What stands on the opener. */
  trigger: ReactNode
  triggerClassName?: string
  /** Spoken name of the opener where its content does not say it. */
  label?: string
  /** Name of the floating region. */
  title: string
  wide?: boolean
  align?: 'start' | 'end'
  children: ReactNode
}

/** A small card for help or for what a cell cannot hold. Its content is drawn only while open. */
export function Popover({ trigger, triggerClassName, label, title, wide, align, children }: PopoverProps) {
  const { open, openerProps, floatProps } = useFloat({ align })
  return (
    <>
      <button type="button" {...openerProps} className={triggerClassName} aria-label={label}>
        {trigger}
      </button>
      <div
        {...floatProps}
        role="dialog"
        aria-label={title}
        className={classNames('float popover', wide && 'popover-wide')}
      >
        {open && children}
      </div>
    </>
  )
}
