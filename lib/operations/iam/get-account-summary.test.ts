import { describe, expect, it } from 'vitest'
import { noPolicyAllows } from '../testing/expected'
import { allow, documentOf, labWith } from '../testing/lab'
import { createAccessKey } from './create-access-key'
import { createGroup } from './create-group'
import { createPolicy } from './create-policy'
import { createPolicyVersion } from './create-policy-version'
import { getAccountSummary } from './get-account-summary'

const PolicyDocument = documentOf(allow('s3:GetObject'))

describe('GetAccountSummary', () => {
  it('counts what is there, and tells the quotas', async () => {
    const lab = await labWith({ ann: allow('iam:GetAccountSummary'), bob: [] })
    const { SummaryMap: empty } = await lab.as('ann').perform(getAccountSummary, {})
    expect(empty).toMatchObject({
      Users: 2,
      Groups: 0,
      Policies: 0,
      PolicyVersionsInUse: 0,
      AccountAccessKeysPresent: 0,
    })
    await lab.root.perform(createGroup, { GroupName: 'devs' })
    const { Policy } = await lab.root.perform(createPolicy, { PolicyName: 'Readers', PolicyDocument })
    await lab.root.perform(createPolicyVersion, { PolicyArn: Policy.Arn, PolicyDocument })
    await lab.root.perform(createAccessKey, {})
    const { SummaryMap } = await lab.as('ann').perform(getAccountSummary, {})
    expect(SummaryMap).toMatchObject({
      Users: 2,
      UsersQuota: 5000,
      Groups: 1,
      GroupsQuota: 300,
      Roles: 0,
      RolesQuota: 1000,
      Policies: 1,
      PoliciesQuota: 1500,
      PolicyVersionsInUse: 2,
      VersionsPerPolicyQuota: 5,
      PolicySizeQuota: 6144,
      UserPolicySizeQuota: 2048,
      GroupPolicySizeQuota: 5120,
      AccountAccessKeysPresent: 1,
      AccountMFAEnabled: 0,
    })
    expect(Object.values(SummaryMap).every((count) => Number.isInteger(count))).toBe(true)
  })

  it('is refused without permission', async () => {
    const lab = await labWith({ ann: [] })
    await expect(lab.as('ann').perform(getAccountSummary, {})).rejects.toMatchObject(
      noPolicyAllows(lab.userArn('ann'), 'iam:GetAccountSummary', '*'),
    )
    expect(await lab.events()).toMatchObject([{ name: 'GetAccountSummary', errorCode: 'AccessDenied' }])
  })
})
