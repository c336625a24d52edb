import type { ReactNode } from 'react'
import { Shell } from '@/components/console/shell'
import { currentIdentity } from '@/lib/caller/current-identity'

export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  return <Shell identity={await currentIdentity()}>{children}</Shell>
}
