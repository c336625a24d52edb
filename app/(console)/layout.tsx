import type { ReactNode } from 'react'
import { readAllPreferences } from '@/app/_parts/read-list'
import { Shell } from '@/components/console/shell'
import { ButtonLink } from '@/components/ui/button-link'
import { Alert } from '@/components/ui/notice'
import { currentIdentity } from '@/lib/caller/current-identity'

export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const { passwordExpiresInDays, ...identity } = await currentIdentity()
  return (
    <Shell identity={identity} preferences={await readAllPreferences()}>
      {passwordExpiresInDays !== undefined && <PasswordExpires days={passwordExpiresInDays} />}
      {children}
    </Shell>
  )
}

function PasswordExpires({ days }: { days: number }) {
  const when = days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`
  const change = (
    <ButtonLink size="small" href="/iam/credentials">
      Change it
    </ButtonLink>
  )
  return (
    <div className="page-top">
      <Alert kind="warning" action={change}>
        Your password expires {when}.
      </Alert>
    </div>
  )
}
