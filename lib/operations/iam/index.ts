import 'server-only'
import type { Operation } from '../define'
import { addClientIdToOpenIdConnectProvider } from './add-client-id-to-open-id-connect-provider'
import { addUserToGroup } from './add-user-to-group'
import { attachGroupPolicy } from './attach-group-policy'
import { attachRolePolicy } from './attach-role-policy'
import { attachUserPolicy } from './attach-user-policy'
import { changePassword } from './change-password'
import { createAccessKey } from './create-access-key'
import { createAccountAlias } from './create-account-alias'
import { createGroup } from './create-group'
import { createLoginProfile } from './create-login-profile'
import { createOpenIdConnectProvider } from './create-open-id-connect-provider'
import { createPolicy } from './create-policy'
import { createPolicyVersion } from './create-policy-version'
import { createRole } from './create-role'
import { createUser } from './create-user'
import { deleteAccessKey } from './delete-access-key'
import { deleteAccountAlias } from './delete-account-alias'
import { deleteAccountPasswordPolicy } from './delete-account-password-policy'
import { deleteGroup } from './delete-group'
import { deleteGroupPolicy } from './delete-group-policy'
import { deleteLoginProfile } from './delete-login-profile'
import { deleteOpenIdConnectProvider } from './delete-open-id-connect-provider'
import { deletePolicy } from './delete-policy'
import { deletePolicyVersion } from './delete-policy-version'
import { deleteRole } from './delete-role'
import { deleteRolePermissionsBoundary } from './delete-role-permissions-boundary'
import { deleteRolePolicy } from './delete-role-policy'
import { deleteUser } from './delete-user'
import { deleteUserPermissionsBoundary } from './delete-user-permissions-boundary'
import { deleteUserPolicy } from './delete-user-policy'
import { detachGroupPolicy } from './detach-group-policy'
import { detachRolePolicy } from './detach-role-policy'
import { detachUserPolicy } from './detach-user-policy'
import { getAccessKeyLastUsed } from './get-access-key-last-used'
import { getAccountPasswordPolicy } from './get-account-password-policy'
import { getAccountSummary } from './get-account-summary'
import { getGroup } from './get-group'
import { getGroupPolicy } from './get-group-policy'
import { getLoginProfile } from './get-login-profile'
import { getOpenIdConnectProvider } from './get-open-id-connect-provider'
import { getPolicy } from './get-policy'
import { getPolicyVersion } from './get-policy-version'
import { getRole } from './get-role'
import { getRolePolicy } from './get-role-policy'
import { getUser } from './get-user'
import { getUserPolicy } from './get-user-policy'
import { listAccessKeys } from './list-access-keys'
import { listAccountAliases } from './list-account-aliases'
import { listAttachedGroupPolicies } from './list-attached-group-policies'
import { listAttachedRolePolicies } from './list-attached-role-policies'
import { listAttachedUserPolicies } from './list-attached-user-policies'
import { listEntitiesForPolicy } from './list-entities-for-policy'
import { listGroupPolicies } from './list-group-policies'
import { listGroups } from './list-groups'
import { listGroupsForUser } from './list-groups-for-user'
import { listMfaDevices } from './list-mfa-devices'
import { listOpenIdConnectProviderTags } from './list-open-id-connect-provider-tags'
import { listOpenIdConnectProviders } from './list-open-id-connect-providers'
import { listPolicies } from './list-policies'
import { listPolicyTags } from './list-policy-tags'
import { listPolicyVersions } from './list-policy-versions'
import { listRolePolicies } from './list-role-policies'
import { listRoleTags } from './list-role-tags'
import { listRoles } from './list-roles'
import { listServiceSpecificCredentials } from './list-service-specific-credentials'
import { listSigningCertificates } from './list-signing-certificates'
import { listSshPublicKeys } from './list-ssh-public-keys'
import { listUserPolicies } from './list-user-policies'
import { listUserTags } from './list-user-tags'
import { listUsers } from './list-users'
import { listVirtualMfaDevices } from './list-virtual-mfa-devices'
import { putGroupPolicy } from './put-group-policy'
import { putRolePermissionsBoundary } from './put-role-permissions-boundary'
import { putRolePolicy } from './put-role-policy'
import { putUserPermissionsBoundary } from './put-user-permissions-boundary'
import { putUserPolicy } from './put-user-policy'
import { removeClientIdFromOpenIdConnectProvider } from './remove-client-id-from-open-id-connect-provider'
import { removeUserFromGroup } from './remove-user-from-group'
import { setDefaultPolicyVersion } from './set-default-policy-version'
import { tagOpenIdConnectProvider } from './tag-open-id-connect-provider'
import { tagPolicy } from './tag-policy'
import { tagRole } from './tag-role'
import { tagUser } from './tag-user'
import { untagOpenIdConnectProvider } from './untag-open-id-connect-provider'
import { untagPolicy } from './untag-policy'
import { untagRole } from './untag-role'
import { untagUser } from './untag-user'
import { updateAccessKey } from './update-access-key'
import { updateAccountPasswordPolicy } from './update-account-password-policy'
import { updateAssumeRolePolicy } from './update-assume-role-policy'
import { updateGroup } from './update-group'
import { updateLoginProfile } from './update-login-profile'
import { updateOpenIdConnectProviderThumbprint } from './update-open-id-connect-provider-thumbprint'
import { updateRole } from './update-role'
import { updateRoleDescription } from './update-role-description'
import { updateUser } from './update-user'

/** One line per operation. The list is erased: pages import the operation itself, the wire looks up by name. */
export const iamOperations: readonly Operation[] = [
  addClientIdToOpenIdConnectProvider,
  addUserToGroup,
  attachGroupPolicy,
  attachRolePolicy,
  attachUserPolicy,
  changePassword,
  createAccessKey,
  createAccountAlias,
  createGroup,
  createLoginProfile,
  createOpenIdConnectProvider,
  createPolicy,
  createPolicyVersion,
  createRole,
  createUser,
  deleteAccessKey,
  deleteAccountAlias,
  deleteAccountPasswordPolicy,
  deleteGroup,
  deleteGroupPolicy,
  deleteLoginProfile,
  deleteOpenIdConnectProvider,
  deletePolicy,
  deletePolicyVersion,
  deleteRole,
  deleteRolePermissionsBoundary,
  deleteRolePolicy,
  deleteUser,
  deleteUserPermissionsBoundary,
  deleteUserPolicy,
  detachGroupPolicy,
  detachRolePolicy,
  detachUserPolicy,
  getAccessKeyLastUsed,
  getAccountPasswordPolicy,
  getAccountSummary,
  getGroup,
  getGroupPolicy,
  getLoginProfile,
  getOpenIdConnectProvider,
  getPolicy,
  getPolicyVersion,
  getRole,
  getRolePolicy,
  getUser,
  getUserPolicy,
  listAccessKeys,
  listAccountAliases,
  listAttachedGroupPolicies,
  listAttachedRolePolicies,
  listAttachedUserPolicies,
  listEntitiesForPolicy,
  listGroupPolicies,
  listGroups,
  listGroupsForUser,
  listMfaDevices,
  listOpenIdConnectProviderTags,
  listOpenIdConnectProviders,
  listPolicies,
  listPolicyTags,
  listPolicyVersions,
  listRolePolicies,
  listRoleTags,
  listRoles,
  listServiceSpecificCredentials,
  listSigningCertificates,
  listSshPublicKeys,
  listUserPolicies,
  listUserTags,
  listUsers,
  listVirtualMfaDevices,
  putGroupPolicy,
  putRolePermissionsBoundary,
  putRolePolicy,
  putUserPermissionsBoundary,
  putUserPolicy,
  removeClientIdFromOpenIdConnectProvider,
  removeUserFromGroup,
  setDefaultPolicyVersion,
  tagOpenIdConnectProvider,
  tagPolicy,
  tagRole,
  tagUser,
  untagOpenIdConnectProvider,
  untagPolicy,
  untagRole,
  untagUser,
  updateAccessKey,
  updateAccountPasswordPolicy,
  updateAssumeRolePolicy,
  updateGroup,
  updateLoginProfile,
  updateOpenIdConnectProviderThumbprint,
  updateRole,
  updateRoleDescription,
  updateUser,
]
