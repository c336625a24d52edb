'use client'

import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'
import { Copyable } from '@/components/ui/copy-button'
import { Alert } from '@/components/ui/notice'
import type { WizardStep } from '@/components/ui/wizard'
import { SecretPage } from '../../../_parts/secret-page'
import { SecretValue } from '../../../_parts/secret-value'
import type { Created } from '../create-user'

type Props = {
  steps: readonly WizardStep[]
  created: Created
  signIn: NonNullable<Created['signIn']>
  onLeave: () => void
}

/** The new user's way into the console. */
export function PasswordStep({ steps, created: { userName }, signIn, onLeave }: Props) {
  const { address, password, isGenerated } = signIn
  const leaving = {
    title: 'Leave without the password?',
    text: (
      <>
        You have not downloaded the password of <b>{userName}</b>. You will not be able to see it again.
      </>
    ),
  }
  return (
    <SecretPage
      label="Create user"
      steps={steps}
      file={{
        fileName: `${userName}_credentials.csv`,
        header: ['User name', 'Password', 'Console sign-in URL'],
        rows: [[userName, isGenerated ? password : '', address]],
      }}
      doneLabel="Return to users list"
      onDone={onLeave}
      leaving={isGenerated ? leaving : undefined}
    >
      <Alert kind="warning">This is the only time that you can view or download this password.</Alert>
      <Card
        title="Console sign-in details"
        actions={<ButtonLink href={mailTo(userName, address)}>Email sign-in instructions</ButtonLink>}
      >
        <div className="flex flex-col gap-4">
          <Detail label="Console sign-in URL" what="URL" text={address} />
          <Detail label="User name" what="user name" text={userName} />
          <SecretValue label="Console password" what="password" secret={password} />
        </div>
      </Card>
    </SecretPage>
  )
}

function Detail({ label, what, text }: { label: string; what: string; text: string }) {
  return (
    <div>
      <div className="field-label">{label}</div>
      <Copyable text={text} what={what}>
        {text}
      </Copyable>
    </div>
  )
}

// The password never goes into the mail: it has its own way to the user.
function mailTo(userName: string, address: string): string {
  const body = `Hello,\n\nyou can sign in to the practice console now.\n\nAddress: ${address}\nUser name: ${userName}\n\nYou will get your password separately.\n`
  return `mailto:?subject=${encodeURIComponent('Your practice console access')}&body=${encodeURIComponent(body)}`
}
