import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { limits } from '@/lib/aws/limits'
import { wholeAccount } from '../bindings'
import { operation } from '../define'

export const getAccountSummary = operation({
  service: 'iam',
  name: 'GetAccountSummary',
  summary: 'Count what the account holds, and tell its quotas.',
  kind: 'read',
  input: z.object({}),
  on: wholeAccount(),
  ask: ({ target }) => [may('iam:GetAccountSummary', target)],
  run: async ({ store }) => {
    const held = await store.summary()
    return {
      SummaryMap: {
        Users: held.users,
        UsersQuota: limits.UsersQuota,
        Groups: held.groups,
        GroupsQuota: limits.GroupsQuota,
        Roles: held.roles,
        RolesQuota: limits.RolesQuota,
        Policies: held.policies,
        PoliciesQuota: limits.PoliciesQuota,
        PolicyVersionsInUse: held.policyVersions,
        PolicyVersionsInUseQuota: limits.PolicyVersionsInUseQuota,
        InstanceProfiles: held.instanceProfiles,
        InstanceProfilesQuota: limits.InstanceProfilesQuota,
        ServerCertificates: held.serverCertificates,
        ServerCertificatesQuota: limits.ServerCertificatesQuota,
        Providers: held.providers,
        MFADevices: held.mfaDevices,
        MFADevicesInUse: held.mfaDevicesInUse,
        AccountMFAEnabled: held.rootMfaDevices > 0 ? 1 : 0,
        AccountAccessKeysPresent: held.rootAccessKeys > 0 ? 1 : 0,
        AccountPasswordPresent: 1,
        AccountSigningCertificatesPresent: held.rootSigningCertificates > 0 ? 1 : 0,
        GroupsPerUserQuota: limits.GroupsPerUserQuota,
        AccessKeysPerUserQuota: limits.AccessKeysPerUserQuota,
        SigningCertificatesPerUserQuota: limits.SigningCertificatesPerUserQuota,
        AttachedPoliciesPerUserQuota: limits.AttachedPoliciesPerUserQuota,
        AttachedPoliciesPerGroupQuota: limits.AttachedPoliciesPerGroupQuota,
        AttachedPoliciesPerRoleQuota: limits.AttachedPoliciesPerRoleQuota,
        VersionsPerPolicyQuota: limits.VersionsPerPolicyQuota,
        PolicySizeQuota: limits.PolicySizeQuota,
        UserPolicySizeQuota: limits.UserPolicySizeQuota,
        GroupPolicySizeQuota: limits.GroupPolicySizeQuota,
        RolePolicySizeQuota: limits.RolePolicySizeQuota,
        AssumeRolePolicySizeQuota: limits.AssumeRolePolicySizeQuota,
        GlobalEndpointTokenVersion: limits.GlobalEndpointTokenVersion,
      },
    }
  },
})
