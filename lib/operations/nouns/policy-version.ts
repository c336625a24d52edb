import 'server-only'
import { type ManagedPolicy, managedPolicyDocument } from '@/lib/aws/catalogue/managed-policies'
import { noSuchEntity } from '@/lib/aws/errors'
import type { AccountStore } from '@/lib/store/account-store'
import type { Policy, PolicyVersion } from '@/lib/store/policies'

/** The version of one's own policy that the ID names; throws AWS's sentence where there is none. */
export async function versionOf(store: AccountStore, policy: Policy, versionId: string): Promise<PolicyVersion> {
  const number = versionNumber(versionId)
  const version = number <= policy.latestVersion ? await store.policies.findVersion(policy, number) : null
  if (!version) throw noSuchVersion(policy.arn, versionId)
  return version
}

/** `v3` is 3; the wire may carry a suffix after a dot, which counts for nothing. */
const versionNumber = (versionId: string) => Number.parseInt(versionId.slice(1), 10)

export const noSuchVersion = (policyArn: string, versionId: string) =>
  noSuchEntity(`Policy ${policyArn} version ${versionId} does not exist or is not attachable.`)

/** A version as AWS lists it; the document comes only when one version is asked for. */
export const versionShape = ({ number, isDefault, createdAt }: PolicyVersion) => ({
  VersionId: `v${number}`,
  IsDefaultVersion: isDefault,
  CreateDate: createdAt,
})

/** The default version of one of AWS's own policies, with its document: the only one that is kept here. */
export const defaultVersionShape = ({ arn, defaultVersionId, updateDate }: ManagedPolicy) => ({
  Document: managedPolicyDocument(arn) ?? '',
  VersionId: defaultVersionId,
  IsDefaultVersion: true,
  CreateDate: new Date(updateDate),
})
