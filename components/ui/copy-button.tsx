'use client'

import { CircleCheck, Copy } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { Button } from './button'

export type CopyButtonProps = {
  text: string
  /** What is copied, for the name: `ARN` gives `Copy ARN`. */
  what: string
  /** With a label it is a button with words, else an icon (or, `inline`, an icon before a value). */
  children?: ReactNode
  inline?: boolean
  small?: boolean
  /** No border, for rows of plain buttons. */
  plain?: boolean
}

/** Puts a text on the clipboard and says so beside itself. */
export function CopyButton({ text, what, children, inline, small, plain }: CopyButtonProps) {
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), 2000)
    return () => clearTimeout(timer)
  }, [copied])
  const copy = async () => setCopied(await writeClipboard(text))
  const icon = copied ? (
    <CircleCheck size={14} aria-hidden="true" className="text-allow" />
  ) : (
    <Copy size={14} aria-hidden="true" />
  )
  return (
    <span className="copy">
      {inline ? (
        <button type="button" className="copy-inline" aria-label={`Copy ${what}`} onClick={copy}>
          {icon}
        </button>
      ) : (
        <Button
          variant={plain ? 'plain' : 'normal'}
          size={small ? 'small' : 'normal'}
          icon={icon}
          label={children ? undefined : `Copy ${what}`}
          onClick={copy}
        >
          {children}
        </Button>
      )}
      <span role="status" className={copied ? 'copy-said' : 'sr-only'}>
        {copied && `${what} copied`}
      </span>
    </span>
  )
}

/** A value with its copy icon at the left: ARNs, links, IDs. */
export function Copyable({ text, what, children }: { text: string; what: string; children: ReactNode }) {
  return (
    <span className="copyable">
      <CopyButton inline text={text} what={what} />
      <span className="min-w-0">{children}</span>
    </span>
  )
}

// The clipboard needs a secure context; a class may sit on plain http in its own network.
async function writeClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    const area = document.createElement('textarea')
    area.value = text
    const holder = document.activeElement?.closest('dialog, [popover]') ?? document.body
    holder.append(area)
    area.select()
    const done = document.execCommand('copy')
    area.remove()
    return done
  }
}
