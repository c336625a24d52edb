'use client'

import { Check, ChevronDown, ExternalLink } from 'lucide-react'
import { Fragment, type KeyboardEvent, type ReactNode } from 'react'
import { Button } from './button'
import { classNames } from './class-names'
import { useFloat } from './float'
import { Link } from './link'

export type MenuItem = {
  label: string
  icon?: ReactNode
  href?: string
  /** Opens in a new tab. */
  external?: boolean
  onSelect?: () => void
  checked?: boolean
  disabled?: boolean
  /** Red words, for deletions. */
  danger?: boolean
  /** A rule above. */
  ruled?: boolean
}

export type MenuProps = {
  label: string
  items: readonly MenuItem[]
  variant?: 'normal' | 'primary'
  align?: 'start' | 'end'
  disabled?: boolean
  /** Draws another opener than a button with a chevron. */
  trigger?: ReactNode
  triggerClassName?: string
}

/** A menu button: arrows, Home, End and first letters move, Escape returns. */
export function Menu({ label, items, variant, align = 'end', disabled, trigger, triggerClassName }: MenuProps) {
  const { open, openerProps, floatProps, close } = useFloat({ align, onOpened: (float) => focusItem(float, 0) })
  const menuProps = { ...openerProps, 'aria-haspopup': 'menu' as const }
  return (
    <>
      {trigger ? (
        <button type="button" {...menuProps} className={triggerClassName} aria-label={label}>
          {trigger}
        </button>
      ) : (
        <Button {...menuProps} variant={variant} disabled={disabled}>
          {label}
          <ChevronDown size={14} aria-hidden="true" />
        </Button>
      )}
      <div {...floatProps} role="menu" aria-label={label} tabIndex={-1} className="float menu" onKeyDown={moveFocus}>
        {open && <MenuItems items={items} close={close} />}
      </div>
    </>
  )
}

function MenuItems({ items, close }: { items: readonly MenuItem[]; close: () => void }) {
  return items.map((item) => (
    <Fragment key={item.label}>
      {item.ruled && <hr className="menu-rule border-0" />}
      <Item item={item} close={close} />
    </Fragment>
  ))
}

function Item({ item, close }: { item: MenuItem; close: () => void }) {
  const shared = {
    role: item.checked === undefined ? ('menuitem' as const) : ('menuitemradio' as const),
    'aria-checked': item.checked,
    'aria-disabled': item.disabled || undefined,
    tabIndex: -1,
    className: classNames('menu-item', item.danger && 'menu-item-deny'),
  }
  const content = (
    <>
      {item.icon}
      <span>{item.label}</span>
      {item.checked && <Check size={16} aria-hidden="true" />}
      {item.external && <ExternalLink size={13} aria-hidden="true" />}
    </>
  )
  if (item.href && !item.disabled) {
    const target = item.external ? { target: '_blank', rel: 'noreferrer' } : {}
    return (
      <Link {...shared} {...target} href={item.href} onClick={close}>
        {content}
      </Link>
    )
  }
  const select = () => {
    if (item.disabled) return
    close()
    item.onSelect?.()
  }
  return (
    <button type="button" {...shared} onClick={select}>
      {content}
    </button>
  )
}

const itemsOf = (float: HTMLElement) => [...float.querySelectorAll<HTMLElement>('.menu-item')]

function focusItem(float: HTMLElement, index: number) {
  const items = itemsOf(float)
  items[(index + items.length) % items.length]?.focus()
}

function moveFocus(event: KeyboardEvent<HTMLDivElement>) {
  const float = event.currentTarget
  const items = itemsOf(float)
  const now = items.indexOf(document.activeElement as HTMLElement)
  const targets: Record<string, number> = { ArrowDown: now + 1, ArrowUp: now < 0 ? -1 : now - 1, Home: 0, End: -1 }
  const target = targets[event.key]
  if (event.key === 'Tab') float.hidePopover()
  else if (target !== undefined) {
    event.preventDefault()
    focusItem(float, target)
  } else if (event.key.length === 1 && /\S/.test(event.key)) {
    const letter = event.key.toLowerCase()
    const order = [...items.slice(now + 1), ...items.slice(0, now + 1)]
    order.find((item) => item.textContent?.trim().toLowerCase().startsWith(letter))?.focus()
  }
}
