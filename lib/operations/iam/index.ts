import 'server-only'
import type { Operation } from '../define'
import { acquireRole } from './acquire-role'
import { addClientIdToOpenIdConnectProvider } from './add-client-id-to-open-id-connect-provider'
import { addRoleToInstanceProfile } from './add-role-to-instance-profile'
import { addUserToGroup } from './add-user-to-group'
import { attachGroupPolicy } from './attach-group-policy'
import { attachRolePolicy } from './attach-role-policy'
import { attachUserPolicy } from './attach-user-policy'
import { changePassword } from './change-password'
import { createAccessKey } from './create-access-key'
import { createAccountAlias } from './create-account-alias'
import { createGroup } from './create-group'
import { createInstanceProfile } from './create-instance-profile'
import { createLoginProfile } from './create-login-profile'
import { createOpenIdConnectProvider } from './create-open-id-connect-provider'
import { createPolicy } from './create-policy'
import { createPolicyVersion } from './create-policy-version'
import { createRole } from './create-role'
import { createSamlProvider } from './create-saml-provider'
import { createServiceLinkedRole } from './create-service-linked-role'
import { createServiceSpecificCredential } from './create-service-specific-credential'
import { createUser } from './create-user'
import { createVirtualMfaDevice } from './create-virtual-mfa-device'
import { deactivateMfaDevice } from './deactivate-mfa-device'
import { deleteAccessKey } from './delete-access-key'
import { deleteAccountAlias } from './delete-account-alias'
import { deleteAccountPasswordPolicy } from './delete-account-password-policy'
import { deleteGroup } from './delete-group'
import { deleteGroupPolicy } from './delete-group-policy'
import { deleteInstanceProfile } from './delete-instance-profile'
import { deleteLoginProfile } from './delete-login-profile'
import { deleteOpenIdConnectProvider } from './delete-open-id-connect-provider'
import { deletePolicy } from './delete-policy'
import { deletePolicyVersion } from './delete-policy-version'
import { deleteRole } from './delete-role'
import { deleteRolePermissionsBoundary } from './delete-role-permissions-boundary'
import { deleteRolePolicy } from './delete-role-policy'
import { deleteSamlProvider } from './delete-saml-provider'
import { deleteServerCertificate } from './delete-server-certificate'
import { deleteServiceLinkedRole } from './delete-service-linked-role'
import { deleteServiceSpecificCredential } from './delete-service-specific-credential'
import { deleteSigningCertificate } from './delete-signing-certificate'
import { deleteSshPublicKey } from './delete-ssh-public-key'
import { deleteUser } from './delete-user'
import { deleteUserPermissionsBoundary } from './delete-user-permissions-boundary'
import { deleteUserPolicy } from './delete-user-policy'
import { deleteVirtualMfaDevice } from './delete-virtual-mfa-device'
import { detachGroupPolicy } from './detach-group-policy'
import { detachRolePolicy } from './detach-role-policy'
import { detachUserPolicy } from './detach-user-policy'
import { enableMfaDevice } from './enable-mfa-device'
import { generateCredentialReport } from './generate-credential-report'
import { generateServiceLastAccessedDetails } from './generate-service-last-accessed-details'
import { getAccessKeyLastUsed } from './get-access-key-last-used'
import { getAccountAuthorizationDetails } from './get-account-authorization-details'
import { getAccountPasswordPolicy } from './get-account-password-policy'
import { getAccountSummary } from './get-account-summary'
import { getContextKeysForCustomPolicy } from './get-context-keys-for-custom-policy'
import { getContextKeysForPrincipalPolicy } from './get-context-keys-for-principal-policy'
import { getCredentialReport } from './get-credential-report'
import { getGroup } from './get-group'
import { getGroupPolicy } from './get-group-policy'
import { getInstanceProfile } from './get-instance-profile'
import { getLoginProfile } from './get-login-profile'
import { getMfaDevice } from './get-mfa-device'
import { getOpenIdConnectProvider } from './get-open-id-connect-provider'
import { getPolicy } from './get-policy'
import { getPolicyVersion } from './get-policy-version'
import { getRole } from './get-role'
import { getRolePolicy } from './get-role-policy'
import { getRoleTemplateVersion } from './get-role-template-version'
import { getSamlProvider } from './get-saml-provider'
import { getServerCertificate } from './get-server-certificate'
import { getServiceLastAccessedDetails } from './get-service-last-accessed-details'
import { getServiceLastAccessedDetailsWithEntities } from './get-service-last-accessed-details-with-entities'
import { getServiceLinkedRoleDeletionStatus } from './get-service-linked-role-deletion-status'
import { getSshPublicKey } from './get-ssh-public-key'
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
import { listInstanceProfileTags } from './list-instance-profile-tags'
import { listInstanceProfiles } from './list-instance-profiles'
import { listInstanceProfilesForRole } from './list-instance-profiles-for-role'
import { listMfaDeviceTags } from './list-mfa-device-tags'
import { listMfaDevices } from './list-mfa-devices'
import { listOpenIdConnectProviderTags } from './list-open-id-connect-provider-tags'
import { listOpenIdConnectProviders } from './list-open-id-connect-providers'
import { listPolicies } from './list-policies'
import { listPoliciesGrantingServiceAccess } from './list-policies-granting-service-access'
import { listPolicyTags } from './list-policy-tags'
import { listPolicyVersions } from './list-policy-versions'
import { listRolePolicies } from './list-role-policies'
import { listRoleTags } from './list-role-tags'
import { listRoles } from './list-roles'
import { listSamlProviderTags } from './list-saml-provider-tags'
import { listSamlProviders } from './list-saml-providers'
import { listServerCertificateTags } from './list-server-certificate-tags'
import { listServerCertificates } from './list-server-certificates'
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
import { removeRoleFromInstanceProfile } from './remove-role-from-instance-profile'
import { removeUserFromGroup } from './remove-user-from-group'
import { resetServiceSpecificCredential } from './reset-service-specific-credential'
import { resyncMfaDevice } from './resync-mfa-device'
import { setDefaultPolicyVersion } from './set-default-policy-version'
import { simulateCustomPolicy } from './simulate-custom-policy'
import { simulatePrincipalPolicy } from './simulate-principal-policy'
import { tagInstanceProfile } from './tag-instance-profile'
import { tagMfaDevice } from './tag-mfa-device'
import { tagOpenIdConnectProvider } from './tag-open-id-connect-provider'
import { tagPolicy } from './tag-policy'
import { tagRole } from './tag-role'
import { tagSamlProvider } from './tag-saml-provider'
import { tagServerCertificate } from './tag-server-certificate'
import { tagUser } from './tag-user'
import { untagInstanceProfile } from './untag-instance-profile'
import { untagMfaDevice } from './untag-mfa-device'
import { untagOpenIdConnectProvider } from './untag-open-id-connect-provider'
import { untagPolicy } from './untag-policy'
import { untagRole } from './untag-role'
import { untagSamlProvider } from './untag-saml-provider'
import { untagServerCertificate } from './untag-server-certificate'
import { untagUser } from './untag-user'
import { updateAccessKey } from './update-access-key'
import { updateAccountPasswordPolicy } from './update-account-password-policy'
import { updateAssumeRolePolicy } from './update-assume-role-policy'
import { updateGroup } from './update-group'
import { updateLoginProfile } from './update-login-profile'
import { updateOpenIdConnectProviderThumbprint } from './update-open-id-connect-provider-thumbprint'
import { updateRole } from './update-role'
import { updateRoleDescription } from './update-role-description'
import { updateSamlProvider } from './update-saml-provider'
import { updateServerCertificate } from './update-server-certificate'
import { updateServiceSpecificCredential } from './update-service-specific-credential'
import { updateSigningCertificate } from './update-signing-certificate'
import { updateSshPublicKey } from './update-ssh-public-key'
import { updateUser } from './update-user'
import { uploadServerCertificate } from './upload-server-certificate'
import { uploadSigningCertificate } from './upload-signing-certificate'
import { uploadSshPublicKey } from './upload-ssh-public-key'

/** One line per operation. The list is erased: pages import the operation itself, the wire looks up by name. */
export const iamOperations: readonly Operation[] = [
  acquireRole,
  addClientIdToOpenIdConnectProvider,
  addRoleToInstanceProfile,
  addUserToGroup,
  attachGroupPolicy,
  attachRolePolicy,
  attachUserPolicy,
  changePassword,
  createAccessKey,
  createAccountAlias,
  createGroup,
  createInstanceProfile,
  createLoginProfile,
  createOpenIdConnectProvider,
  createPolicy,
  createPolicyVersion,
  createRole,
  createSamlProvider,
  createServiceLinkedRole,
  createServiceSpecificCredential,
  createUser,
  createVirtualMfaDevice,
  deactivateMfaDevice,
  deleteAccessKey,
  deleteAccountAlias,
  deleteAccountPasswordPolicy,
  deleteGroup,
  deleteGroupPolicy,
  deleteInstanceProfile,
  deleteLoginProfile,
  deleteOpenIdConnectProvider,
  deletePolicy,
  deletePolicyVersion,
  deleteRole,
  deleteRolePermissionsBoundary,
  deleteRolePolicy,
  deleteSamlProvider,
  deleteServerCertificate,
  deleteServiceLinkedRole,
  deleteServiceSpecificCredential,
  deleteSigningCertificate,
  deleteSshPublicKey,
  deleteUser,
  deleteUserPermissionsBoundary,
  deleteUserPolicy,
  deleteVirtualMfaDevice,
  detachGroupPolicy,
  detachRolePolicy,
  detachUserPolicy,
  enableMfaDevice,
  generateCredentialReport,
  generateServiceLastAccessedDetails,
  getAccessKeyLastUsed,
  getAccountAuthorizationDetails,
  getAccountPasswordPolicy,
  getAccountSummary,
  getContextKeysForCustomPolicy,
  getContextKeysForPrincipalPolicy,
  getCredentialReport,
  getGroup,
  getGroupPolicy,
  getInstanceProfile,
  getLoginProfile,
  getMfaDevice,
  getOpenIdConnectProvider,
  getPolicy,
  getPolicyVersion,
  getRole,
  getRolePolicy,
  getRoleTemplateVersion,
  getSamlProvider,
  getServerCertificate,
  getServiceLastAccessedDetails,
  getServiceLastAccessedDetailsWithEntities,
  getServiceLinkedRoleDeletionStatus,
  getSshPublicKey,
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
  listInstanceProfileTags,
  listInstanceProfiles,
  listInstanceProfilesForRole,
  listMfaDeviceTags,
  listMfaDevices,
  listOpenIdConnectProviderTags,
  listOpenIdConnectProviders,
  listPolicies,
  listPoliciesGrantingServiceAccess,
  listPolicyTags,
  listPolicyVersions,
  listRolePolicies,
  listRoleTags,
  listRoles,
  listSamlProviderTags,
  listSamlProviders,
  listServerCertificateTags,
  listServerCertificates,
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
  removeRoleFromInstanceProfile,
  removeUserFromGroup,
  resetServiceSpecificCredential,
  resyncMfaDevice,
  setDefaultPolicyVersion,
  simulateCustomPolicy,
  simulatePrincipalPolicy,
  tagInstanceProfile,
  tagMfaDevice,
  tagOpenIdConnectProvider,
  tagPolicy,
  tagRole,
  tagSamlProvider,
  tagServerCertificate,
  tagUser,
  untagInstanceProfile,
  untagMfaDevice,
  untagOpenIdConnectProvider,
  untagPolicy,
  untagRole,
  untagSamlProvider,
  untagServerCertificate,
  untagUser,
  updateAccessKey,
  updateAccountPasswordPolicy,
  updateAssumeRolePolicy,
  updateGroup,
  updateLoginProfile,
  updateOpenIdConnectProviderThumbprint,
  updateRole,
  updateRoleDescription,
  updateSamlProvider,
  updateServerCertificate,
  updateServiceSpecificCredential,
  updateSigningCertificate,
  updateSshPublicKey,
  updateUser,
  uploadServerCertificate,
  uploadSigningCertificate,
  uploadSshPublicKey,
]
