import 'server-only'
import type { SignedCaller } from '@/lib/access/caller'
import type { Target } from '@/lib/access/question'
import { iamArn, parseArn } from '@/lib/aws/arn'
import { type AwsError, entityAlreadyExists, noSuchEntity, validationError } from '@/lib/aws/errors'
import type { Tag } from '@/lib/aws/tag'
import type { AccountStore } from '@/lib/store/account-store'
import type { MfaClock } from '@/lib/store/mfa-devices'
import { existing, type Noun } from '../bindings'
import type { Binding } from '../define'
import { type Owner, owner } from './user'

export { verifyMfaCode } from '@/lib/store/mfa-code'

/** A device with the tags that policies may ask about. */
export type TaggedMfaDevice = MfaClock & { tags: readonly Tag[]; tagId: string }

export const noSuchMfaDevice = (serial: string): AwsError =>
  noSuchEntity(`VirtualMFADevice with serial number ${serial} doesn't exist.`)

const mfaDeviceTaken = (): AwsError => entityAlreadyExists('MFADevice entity at the same path and name already exists.')

async function find(store: AccountStore, serial: string): Promise<TaggedMfaDevice | null> {
  const device = await store.mfaDevices.find(serial)
  const tagId = store.mfaDevices.tagId(serial)
  return device && { tagId, tags: await store.tags.list('mfa', tagId), ...device }
}

function targetOf(serial: string, caller: SignedCaller, tags?: readonly Tag[]): Target {
  const known = parseArn(serial)
  const arn = known ? serial : iamArn(caller.account, 'mfa', serial)
  return { arn, display: arn, account: known?.account || caller.account, tags }
}

/** The virtual MFA device that the input names, whoever has it. */
export const mfaDevice: Noun<{ SerialNumber: string }, TaggedMfaDevice> = {
  name: 'MFA device',
  find: ({ store, input }) => find(store, input.SerialNumber),
  target: ({ input, caller, found }) => targetOf(found?.serial ?? input.SerialNumber, caller, found?.tags),
  missing: ({ input }) => noSuchMfaDevice(input.SerialNumber),
  taken: mfaDeviceTaken,
}

type NewDevice = { VirtualMFADeviceName: string; Path?: string }

const serialOf = ({ VirtualMFADeviceName, Path }: NewDevice, caller: SignedCaller) =>
  iamArn(caller.account, 'mfa', VirtualMFADeviceName, Path)

/** The device that is to be made under this name. */
export const newMfaDevice: Noun<NewDevice, TaggedMfaDevice> = {
  name: 'MFA device',
  find: ({ store, input, caller }) => find(store, serialOf(input, caller)),
  target: ({ input, caller }) => targetOf(serialOf(input, caller), caller),
  missing: ({ input, caller }) => noSuchMfaDevice(serialOf(input, caller)),
  taken: mfaDeviceTaken,
}

/**
 * The owner of a device where AWS's API demands a user name.
 * AWS: it gives root no way to enable its own device by API; its console does so without a user name. Here root, and nobody
 * else, may leave the name out and means itself.
 */
export const namedOwner: Binding<{ UserName?: string }, Owner> = {
  locate: existing(owner).locate,
  check(found, subject) {
    if (subject.input.UserName !== undefined || subject.caller.kind === 'root') {
      return existing(owner).check(found, subject)
    }
    const constraint = "Value null at 'userName' failed to satisfy constraint: Member must not be null"
    return validationError(`1 validation error detected: ${constraint}`)
  },
}

/** The owner's device of that serial number; throws where the owner has none such, whoever else may have it. */
export async function deviceOfOwner(store: AccountStore, { id }: Owner, serial: string): Promise<MfaClock> {
  const device = await store.mfaDevices.find(serial)
  if (!device) throw noSuchMfaDevice(serial)
  if (device.userId !== id) throw noSuchEntity('MFA Device invalid for user.')
  return device
}

/** What an authenticator app shows as the account's name. AWS: the alias, or the ID where there is none. */
export async function accountLabel(store: AccountStore): Promise<string> {
  const { alias, id } = await store.account.get()
  return alias ?? id
}
