import { CircleDashed, Lock as LockIcon, LockOpen } from 'lucide-react'
import { Link } from '@/components/ui/link'
import type { Lock } from '../locks'

const words = { open: 'Open', shut: 'Shut', 'not-set': 'Not set', 'not-reached': 'Not reached' } as const
const icons = { open: LockOpen, shut: LockIcon, 'not-set': CircleDashed, 'not-reached': LockIcon } as const

type Props = {
  locks: readonly Lock[]
  /** Of the lock whose policies are shown below. */
  current: Lock['id']
  /** It was clicked: only then is it tinted, for the lock that decided stands out by itself. */
  chosen: boolean
  hrefOf: (lock: Lock) => string
}

/** Every lock in the order in which they are tried; each leads to its policies below. */
export function LockRow({ locks, current, chosen, hrefOf }: Props) {
  return (
    <section className="card lock-card" aria-label="The locks in their order">
      <ol className="locks" data-chosen={chosen || undefined}>
        {locks.map((lock) => {
          const Icon = icons[lock.state]
          return (
            <li key={lock.id} className={`lock lock-${lock.state}`}>
              <Link href={hrefOf(lock)} scroll={false} aria-current={lock.id === current ? 'true' : undefined}>
                <span className="lock-box">
                  <Icon size={20} aria-hidden="true" />
                </span>
                <span className="lock-word">{words[lock.state]}</span>
                <span className="lock-name">{unbroken(lock.name)}</span>
                <span className="lock-reason">{lock.reason}</span>
              </Link>
            </li>
          )
        })}
      </ol>
    </section>
  )
}

/** A line may end between words, not at a hyphen. */
const unbroken = (name: string) =>
  name.split(/( )/).map((word) =>
    word.includes('-') ? (
      <span key={word} className="whitespace-nowrap">
        {word}
      </span>
    ) : (
      word
    ),
  )
