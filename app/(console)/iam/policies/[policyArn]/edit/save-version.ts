'use server'

import { members } from '@/app/arguments'
import { ask, type Outcome } from '@/app/door'
import { limits } from '@/lib/aws/limits'
import { createPolicyVersion } from '@/lib/operations/iam/create-policy-version'
import { deletePolicyVersion } from '@/lib/operations/iam/delete-policy-version'
import { listPolicyVersions } from '@/lib/operations/iam/list-policy-versions'

/** The version that must go before there is room for another; null where there is room, or where nobody may look. */
export async function versionInTheWay(PolicyArn: string): Promise<string | null> {
  const listed = await ask(listPolicyVersions, { PolicyArn })
  if (!listed.ok || listed.value.Versions.length < limits.VersionsPerPolicyQuota) return null
  const others = listed.value.Versions.filter((version) => !version.IsDefaultVersion)
  // Newest first: the last is the oldest.
  return others.at(-1)?.VersionId ?? null
}

export type NewVersion = { document: string; setAsDefault: boolean; drop: string | null }

/** Saves the document as a new version, after deleting one where that was agreed. Tells the new version's ID. */
export async function saveVersion(PolicyArn: string, version: NewVersion): Promise<Outcome<string>> {
  const { document = '', setAsDefault, drop = null } = members(version)
  if (drop !== null) {
    const dropped = await ask(deletePolicyVersion, { PolicyArn, VersionId: drop })
    if (!dropped.ok) return dropped
  }
  const saved = await ask(createPolicyVersion, { PolicyArn, PolicyDocument: document, SetAsDefault: setAsDefault })
  if (saved.ok) return { ok: true, value: saved.value.PolicyVersion.VersionId }
  if (drop === null) return saved
  return { ok: false, refusal: { ...saved.refusal, message: `${drop} is deleted already. ${saved.refusal.message}` } }
}
