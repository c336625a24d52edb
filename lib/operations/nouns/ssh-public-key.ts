import 'server-only'
import { type Key, parseKey } from 'sshpk'
import { invalidPublicKey, noSuchEntity, unrecognizedPublicKeyEncoding } from '@/lib/aws/errors'
import type { AccountStore } from '@/lib/store/account-store'
import type { SshPublicKey } from '@/lib/store/ssh-public-keys'

export type Encoding = 'SSH' | 'PEM'

// AWS: RSA of 2,048 bits or more, as OpenSSH or as PEM (API reference, UploadSSHPublicKey). The sentences are our own: the
// reference tells the codes alone.
const fewestBits = 2048
const unrecognized = () =>
  unrecognizedPublicKeyEncoding('The public key must be encoded in ssh-rsa format or in PEM format.')
const invalid = () => invalidPublicKey(`The public key must be an RSA key of at least ${fewestBits} bits.`)

function encodingOf(body: string): Encoding {
  if (/^ssh-rsa\s/.test(body)) return 'SSH'
  if (/^-----BEGIN (RSA )?PUBLIC KEY-----/.test(body)) return 'PEM'
  throw unrecognized()
}

/** The RSA key in a text; throws AWS's error where it has another form, or is weak or broken. */
function readKey(body: string): Key {
  const text = body.trim()
  const format = encodingOf(text) === 'SSH' ? 'ssh' : 'pem'
  let key: Key
  try {
    key = parseKey(text, format)
  } catch {
    throw invalid()
  }
  if (key.type !== 'rsa' || key.size < fewestBits) throw invalid()
  return key
}

/** AWS shows the MD5 digest of the key in SSH's own form, with colons, whatever it was uploaded as. */
export const fingerprintOf = (body: string): string => readKey(body).fingerprint('md5').toString('hex')

/** The key in the encoding that is asked for: as it was uploaded, with its comment, where it has that already. */
export function encoded(body: string, encoding: Encoding): string {
  if (encodingOf(body.trim()) === encoding) return body
  if (encoding === 'PEM') return readKey(body).toString('pkcs8')
  // The library adds a comment of its own.
  return readKey(body).toString('ssh').split(' ').slice(0, 2).join(' ')
}

/** The user's key of that ID; throws where the user has none such, whoever else may have it. */
export async function sshKeyOfUser(store: AccountStore, user: { id: string }, id: string): Promise<SshPublicKey> {
  const key = await store.sshPublicKeys.find(id)
  if (!key || key.userId !== user.id) throw noSuchEntity(`The Public Key with id ${id} cannot be found.`)
  return key
}
