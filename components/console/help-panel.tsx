'use client'

import { X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { closeHelp } from './help-state'
import { helpTopics } from './help-topics'

export function HelpPanel({ topic }: { topic: string }) {
  const heading = useRef<HTMLHeadingElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new topic is a new thing to read.
  useEffect(() => heading.current?.focus(), [topic])
  const { title, body } = helpTopics[topic] ?? helpTopics.general
  return (
    <aside
      className="help-drawer"
      aria-label="Help"
      onKeyDown={(event) => {
        if (event.key === 'Escape') closeHelp()
      }}
    >
      <div className="mb-2 flex items-start justify-between gap-2">
        <h2 ref={heading} tabIndex={-1} className="pt-1 outline-none">
          {title}
        </h2>
        <Button
          variant="plain"
          label="Close help"
          tip="left"
          icon={<X size={16} aria-hidden="true" />}
          onClick={closeHelp}
        />
      </div>
      {body}
    </aside>
  )
}
