import { MfaCard } from '../../../_parts/mfa/mfa-card'
import { userHref } from '../place'
import { AccessKeysCard } from './access-keys-card'
import { ConsoleSignInCard } from './console-sign-in-card'
import type { TabProps } from './tab'

/** What the user can prove itself with: each kind is a region of its own. */
export function CredentialsTab(props: TabProps) {
  return (
    <>
      <ConsoleSignInCard {...props} />
      <MfaCard {...props} assignHref={`${userHref(props.userName)}/assign-mfa`} />
      <AccessKeysCard {...props} createHref={`${userHref(props.userName)}/create-access-key`} />
    </>
  )
}
