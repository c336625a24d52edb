'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'

/** A secret that is hidden until somebody asks: `Show`, and a copy icon. */
export function SecretValue({ label, what, secret }: { label: string; what: string; secret: string }) {
  const [shown, show] = useState(false)
  return (
    <div>
      <div className="field-label">{label}</div>
      <div className="flex items-center gap-2">
        <span className="copyable">
          <CopyButton inline text={secret} what={what} />
          <code className="mono break-all">{shown ? secret : '•'.repeat(16)}</code>
        </span>
        <Button size="small" aria-pressed={shown} onClick={() => show(!shown)}>
          {shown ? 'Hide' : 'Show'}
          <span className="sr-only"> {what}</span>
        </Button>
      </div>
    </div>
  )
}
