import { MfaCard } from '../../../_parts/mfa/mfa-card'
import { loginProfileCall, mfaDevicesCall } from '../calls'
import { userHref } from '../place'
import { AccessKeysCard } from './access-keys-card'
import { ConsoleSignInCard } from './console-sign-in-card'
import type { TabProps } from './tab'

/** What the user can prove itself with: each kind is a region of its own. */
export async function CredentialsTab({ userName, slim }: TabProps) {
  const profile = await loginProfileCall(userName)
  const devices = await mfaDevicesCall(userName)
  const slimAfterProfile = slim || (!profile.ok && profile.refusal.code !== 'NoSuchEntity')
  return (
    <>
      <ConsoleSignInCard userName={userName} slim={slim} />
      <MfaCard userName={userName} slim={slimAfterProfile} assignHref={`${userHref(userName)}/assign-mfa`} />
      <AccessKeysCard
        userName={userName}
        slim={slimAfterProfile || !devices.ok}
        createHref={`${userHref(userName)}/create-access-key`}
      />
    </>
  )
}
