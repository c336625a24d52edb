import type { Metadata, Viewport } from 'next'
import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import { firstPaintScript } from '@/components/console/colour-mode'
import { fontVariables } from './fonts/fonts'
import './globals.css'

export const metadata: Metadata = {
  title: { default: 'IAM Dojo', template: '%s | IAM Dojo' },
  description: 'A practice console for AWS-style identity and access management.',
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' }

export default async function RootLayout({ children }: { children: ReactNode }) {
  // The server lets a script run only if it carries the nonce of this very answer.
  const nonce = (await headers()).get('x-iam-dojo-nonce') ?? undefined
  // The script writes data-mode before React wakes up: a difference that is wanted.
  return (
    <html lang="en" className={fontVariables} suppressHydrationWarning>
      <head>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours, and it must run before the first paint. */}
        <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: firstPaintScript }} />
      </head>
      <body>{children}</body>
    </html>
  )
}
