'use client'

import { Button } from '@/components/ui/button'
import './globals.css'

/** The last net: the frame itself failed, so this page brings its own. */
export default function GlobalError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <main className="flex min-h-[80dvh] flex-col items-center justify-center gap-3 p-6 text-center">
          <title>Something broke | IAM Dojo</title>
          <h1>Something broke</h1>
          <p className="max-w-[52ch] text-text-2">
            This is our mistake, not yours, and nothing you did is lost.
            {error.digest && ` Tell whoever runs this console: error ${error.digest}.`}
          </p>
          <Button variant="primary" onClick={reset}>
            Try again
          </Button>
        </main>
      </body>
    </html>
  )
}
