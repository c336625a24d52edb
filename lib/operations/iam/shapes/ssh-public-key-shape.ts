import 'server-only'
import type { SshPublicKey } from '@/lib/store/ssh-public-keys'

/** A key in lists. */
export function listedSshKey(user: { name: string }, key: SshPublicKey) {
  return { UserName: user.name, SSHPublicKeyId: key.id, Status: key.status, UploadDate: key.uploadedAt }
}

/** A key alone, with its text in the encoding that was asked for. */
export function sshKeyShape(user: { name: string }, key: SshPublicKey, body: string) {
  return { ...listedSshKey(user, key), Fingerprint: key.fingerprint, SSHPublicKeyBody: body }
}
