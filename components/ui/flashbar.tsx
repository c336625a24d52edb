'use client'

import { X } from 'lucide-react'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { ButtonLink } from './button-link'
import { CopyButton } from './copy-button'
import { claim, currentFlashes, dismiss, dismissAll, noFlashes, push, type StoredFlash, subscribe } from './flash-store'
import { type NoticeKind, noticeIcon, noticeTone, spoken } from './notice'
import { Spinner } from './spinner'

/** Flashes outlive a navigation, and go with a reload or when a person closes them. Callable from any client component. */
export function useFlash() {
  return { flash: push, dismiss, dismissAll }
}

/** Stands once in the page frame. `owner` is the signed-in person: nobody sees another's flashes in the same tab. */
export function Flashbar({ owner }: { owner: string }) {
  const flashes = useSyncExternalStore(subscribe, currentFlashes, noFlashes)
  const [unfolded, unfold] = useState(false)
  useEffect(() => claim(owner), [owner])
  const folded = flashes.length >= 3 && !unfolded
  return (
    <section aria-label="Notifications" className="flashes">
      {flashes.length >= 3 && <Fold flashes={flashes} open={!folded} onToggle={() => unfold(folded)} />}
      <div className={folded ? 'sr-only' : 'contents'}>
        {flashes.map((flash) => (
          <FlashRow key={flash.id} flash={flash} inert={folded} />
        ))}
      </div>
    </section>
  )
}

function FlashRow({ flash, inert }: { flash: StoredFlash; inert: boolean }) {
  const kind: NoticeKind = flash.kind === 'progress' ? 'info' : flash.kind
  const Icon = noticeIcon[kind]
  return (
    <div className={`flash tone-${noticeTone[kind]}`} role={kind === 'error' ? 'alert' : 'status'} inert={inert}>
      <Icon size={18} aria-hidden="true" />
      <p className="flash-text">
        <span className="sr-only">{spoken[kind]}: </span>
        <strong>{flash.title}</strong> {flash.text}
      </p>
      {flash.kind === 'progress' && <Spinner />}
      {flash.copy && (
        <CopyButton small plain={flash.link !== undefined} text={flash.copy} what="message">
          {!flash.link && 'Copy'}
        </CopyButton>
      )}
      {flash.link && (
        <ButtonLink size="small" href={flash.link.href}>
          {flash.link.label}
        </ButtonLink>
      )}
      <button type="button" className="flash-close" aria-label="Dismiss" onClick={() => dismiss(flash.id)}>
        <X size={16} aria-hidden="true" />
      </button>
    </div>
  )
}

type FoldProps = { flashes: readonly StoredFlash[]; open: boolean; onToggle: () => void }

function Fold({ flashes, open, onToggle }: FoldProps) {
  const kinds = ['error', 'warning', 'success', 'info'] as const
  const count = (kind: NoticeKind) =>
    flashes.filter((flash) => (flash.kind === 'progress' ? 'info' : flash.kind) === kind).length
  const worst = kinds.find((kind) => count(kind)) ?? 'info'
  return (
    <div className={`flash tone-${noticeTone[worst]}`}>
      <div className="flash-text flash-counts">
        <strong>Notifications</strong>
        {kinds.map((kind) => {
          const Icon = noticeIcon[kind]
          if (!count(kind)) return null
          return (
            <span key={kind} className={`tone-${noticeTone[kind]}`}>
              <Icon size={16} aria-label={spoken[kind]} /> {count(kind)}
            </span>
          )
        })}
      </div>
      <button type="button" className="button button-small" aria-expanded={open} onClick={onToggle}>
        {open ? 'Fold' : 'Show all'}
      </button>
      <button type="button" className="button button-small" onClick={dismissAll}>
        Dismiss all
      </button>
    </div>
  )
}
