import 'server-only'
import { type Deletion, each, ifThere, map, once, runSteps, type Step } from '@/app/deletion'
import { ask } from '@/app/door'
import { deactivateMfaDevice } from '@/lib/operations/iam/deactivate-mfa-device'
import { deleteAccessKey } from '@/lib/operations/iam/delete-access-key'
import { deleteLoginProfile } from '@/lib/operations/iam/delete-login-profile'
import { deleteServiceSpecificCredential } from '@/lib/operations/iam/delete-service-specific-credential'
import { deleteSigningCertificate } from '@/lib/operations/iam/delete-signing-certificate'
import { deleteSshPublicKey } from '@/lib/operations/iam/delete-ssh-public-key'
import { deleteUser } from '@/lib/operations/iam/delete-user'
import { deleteUserPermissionsBoundary } from '@/lib/operations/iam/delete-user-permissions-boundary'
import { deleteUserPolicy } from '@/lib/operations/iam/delete-user-policy'
import { deleteVirtualMfaDevice } from '@/lib/operations/iam/delete-virtual-mfa-device'
import { detachUserPolicy } from '@/lib/operations/iam/detach-user-policy'
import { getUser } from '@/lib/operations/iam/get-user'
import { listAccessKeys } from '@/lib/operations/iam/list-access-keys'
import { listAttachedUserPolicies } from '@/lib/operations/iam/list-attached-user-policies'
import { listGroupsForUser } from '@/lib/operations/iam/list-groups-for-user'
import { listMfaDevices } from '@/lib/operations/iam/list-mfa-devices'
import { listServiceSpecificCredentials } from '@/lib/operations/iam/list-service-specific-credentials'
import { listSigningCertificates } from '@/lib/operations/iam/list-signing-certificates'
import { listSshPublicKeys } from '@/lib/operations/iam/list-ssh-public-keys'
import { listUserPolicies } from '@/lib/operations/iam/list-user-policies'
import { removeUserFromGroup } from '@/lib/operations/iam/remove-user-from-group'

/** Deletes a user as the console does: everything that hangs on it first, each by its own call, in AWS's order. */
export function deleteUserWithAll(UserName: string): Promise<Deletion> {
  return runSteps(UserName, steps(UserName))
}

const steps = (UserName: string): Step[] => [
  each(
    'RemoveUserFromGroup',
    async () => map(await ask(listGroupsForUser, { UserName }), ({ Groups }) => Groups),
    ({ GroupName }) => ask(removeUserFromGroup, { GroupName, UserName }),
  ),
  each(
    'DetachUserPolicy',
    async () => map(await ask(listAttachedUserPolicies, { UserName }), ({ AttachedPolicies }) => AttachedPolicies),
    ({ PolicyArn }) => ask(detachUserPolicy, { UserName, PolicyArn }),
  ),
  each(
    'DeleteUserPolicy',
    async () => map(await ask(listUserPolicies, { UserName }), ({ PolicyNames }) => PolicyNames),
    (PolicyName) => ask(deleteUserPolicy, { UserName, PolicyName }),
  ),
  ifThere('DeleteLoginProfile', () => ask(deleteLoginProfile, { UserName })),
  each(
    'DeleteAccessKey',
    async () => map(await ask(listAccessKeys, { UserName }), ({ AccessKeyMetadata }) => AccessKeyMetadata),
    ({ AccessKeyId }) => ask(deleteAccessKey, { UserName, AccessKeyId }),
  ),
  each(
    'DeleteSigningCertificate',
    async () => map(await ask(listSigningCertificates, { UserName }), ({ Certificates }) => Certificates),
    ({ CertificateId }) => ask(deleteSigningCertificate, { UserName, CertificateId }),
  ),
  each(
    'DeleteSSHPublicKey',
    async () => map(await ask(listSshPublicKeys, { UserName }), ({ SSHPublicKeys }) => SSHPublicKeys),
    ({ SSHPublicKeyId }) => ask(deleteSshPublicKey, { UserName, SSHPublicKeyId }),
  ),
  each(
    'DeleteServiceSpecificCredential',
    async () =>
      map(await ask(listServiceSpecificCredentials, { UserName }), (listed) => listed.ServiceSpecificCredentials),
    ({ ServiceSpecificCredentialId }) =>
      ask(deleteServiceSpecificCredential, { UserName, ServiceSpecificCredentialId }),
  ),
  ...mfaSteps(UserName),
  each(
    'DeleteUserPermissionsBoundary',
    async () => map(await ask(getUser, { UserName }), ({ User }) => ('PermissionsBoundary' in User ? [User] : [])),
    () => ask(deleteUserPermissionsBoundary, { UserName }),
  ),
  once('DeleteUser', () => ask(deleteUser, { UserName })),
]

/** A virtual device is taken from the user, then deleted: left behind, it would keep its name taken. */
function mfaSteps(UserName: string): Step[] {
  const taken: string[] = []
  return [
    each(
      'DeactivateMFADevice',
      async () => map(await ask(listMfaDevices, { UserName }), ({ MFADevices }) => MFADevices),
      async ({ SerialNumber }) => {
        const outcome = await ask(deactivateMfaDevice, { UserName, SerialNumber })
        if (outcome.ok) taken.push(SerialNumber)
        return outcome
      },
    ),
    each(
      'DeleteVirtualMFADevice',
      async () => ({ ok: true, value: taken }),
      (SerialNumber) => ask(deleteVirtualMfaDevice, { SerialNumber }),
    ),
  ]
}
