import 'server-only'
import type { Operation } from '../define'
import { addUserToGroup } from './add-user-to-group'
import { attachGroupPolicy } from './attach-group-policy'
import { attachUserPolicy } from './attach-user-policy'
import { changePassword } from './change-password'
import { createAccessKey } from './create-access-key'
import { createAccountAlias } from './create-account-alias'
import { createGroup } from './create-group'
import { createLoginProfile } from './create-login-profile'
import { createPolicy } from './create-policy'
import { createPolicyVersion } from './create-policy-version'
import { createUser } from './create-user'
import { deleteAccessKey } from './delete-access-key'
import { deleteAccountAlias } from './delete-account-alias'
import { deleteAccountPasswordPolicy } from './delete-account-password-policy'
import { deleteGroup } from './delete-group'
import { deleteGroupPolicy } from './delete-group-policy'
import { deleteLoginProfile } from './delete-login-profile'
import { deletePolicy } from './delete-policy'
import { deletePolicyVersion } from './delete-policy-version'
import { deleteUser } from './delete-user'
import { deleteUserPermissionsBoundary } from './delete-user-permissions-boundary'
import { deleteUserPolicy } from './delete-user-policy'
import { detachGroupPolicy } from './detach-group-policy'
import { detachUserPolicy } from './detach-user-policy'
import { getAccessKeyLastUsed } from './get-access-key-last-used'
import { getAccountPasswordPolicy } from './get-account-password-policy'
import { getAccountSummary } from './get-account-summary'
import { getGroup } from './get-group'
import { getGroupPolicy } from './get-group-policy'
import { getLoginProfile } from './get-login-profile'
import { getPolicy } from './get-policy'
import { getPolicyVersion } from './get-policy-version'
import { getUser } from './get-user'
import { getUserPolicy } from './get-user-policy'
import { listAccessKeys } from './list-access-keys'
import { listAccountAliases } from './list-account-aliases'
import { listAttachedGroupPolicies } from './list-attached-group-policies'
import { listAttachedUserPolicies } from './list-attached-user-policies'
import { listEntitiesForPolicy } from './list-entities-for-policy'
import { listGroupPolicies } from './list-group-policies'
import { listGroups } from './list-groups'
import { listGroupsForUser } from './list-groups-for-user'
import { listMfaDevices } from './list-mfa-devices'
import { listPolicies } from './list-policies'
import { listPolicyTags } from './list-policy-tags'
import { listPolicyVersions } from './list-policy-versions'
import { listServiceSpecificCredentials } from './list-service-specific-credentials'
import { listSigningCertificates } from './list-signing-certificates'
import { listSshPublicKeys } from './list-ssh-public-keys'
import { listUserPolicies } from './list-user-policies'
import { listUserTags } from './list-user-tags'
import { listUsers } from './list-users'
import { listVirtualMfaDevices } from './list-virtual-mfa-devices'
import { putGroupPolicy } from './put-group-policy'
import { putUserPermissionsBoundary } from './put-user-permissions-boundary'
import { putUserPolicy } from './put-user-policy'
import { removeUserFromGroup } from './remove-user-from-group'
import { setDefaultPolicyVersion } from './set-default-policy-version'
import { tagPolicy } from './tag-policy'
import { tagUser } from './tag-user'
import { untagPolicy } from './untag-policy'
import { untagUser } from './untag-user'
import { updateAccessKey } from './update-access-key'
import { updateAccountPasswordPolicy } from './update-account-password-policy'
import { updateGroup } from './update-group'
import { updateLoginProfile } from './update-login-profile'
import { updateUser } from './update-user'

/** One line per operation. The list is erased: pages import the operation itself, the wire looks up by name. */
export const iamOperations: readonly Operation[] = [
  addUserToGroup,
  attachGroupPolicy,
  attachUserPolicy,
  changePassword,
  createAccessKey,
  createAccountAlias,
  createGroup,
  createLoginProfile,
  createPolicy,
  createPolicyVersion,
  createUser,
  deleteAccessKey,
  deleteAccountAlias,
  deleteAccountPasswordPolicy,
  deleteGroup,
  deleteGroupPolicy,
  deleteLoginProfile,
  deletePolicy,
  deletePolicyVersion,
  deleteUser,
  deleteUserPermissionsBoundary,
  deleteUserPolicy,
  detachGroupPolicy,
  detachUserPolicy,
  getAccessKeyLastUsed,
  getAccountPasswordPolicy,
  getAccountSummary,
  getGroup,
  getGroupPolicy,
  getLoginProfile,
  getPolicy,
  getPolicyVersion,
  getUser,
  getUserPolicy,
  listAccessKeys,
  listAccountAliases,
  listAttachedGroupPolicies,
  listAttachedUserPolicies,
  listEntitiesForPolicy,
  listGroupPolicies,
  listGroups,
  listGroupsForUser,
  listMfaDevices,
  listPolicies,
  listPolicyTags,
  listPolicyVersions,
  listServiceSpecificCredentials,
  listSigningCertificates,
  listSshPublicKeys,
  listUserPolicies,
  listUserTags,
  listUsers,
  listVirtualMfaDevices,
  putGroupPolicy,
  putUserPermissionsBoundary,
  putUserPolicy,
  removeUserFromGroup,
  setDefaultPolicyVersion,
  tagPolicy,
  tagUser,
  untagPolicy,
  untagUser,
  updateAccessKey,
  updateAccountPasswordPolicy,
  updateGroup,
  updateLoginProfile,
  updateUser,
]
