import { generateKeyPairSync, type KeyPairKeyObjectResult } from 'node:crypto'
import {
  createCertificate,
  createSelfSignedCertificate,
  identityForHost,
  identityFromDN,
  type PrivateKey,
  parsePrivateKey,
} from 'sshpk'

export type KeyPair = { privateKey: string; publicKey: string }

const asPem = ({ privateKey, publicKey }: KeyPairKeyObjectResult): KeyPair => ({
  privateKey: String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
  publicKey: String(publicKey.export({ type: 'spki', format: 'pem' })),
})

export const rsaKeys = (modulusLength = 2048): KeyPair => asPem(generateKeyPairSync('rsa', { modulusLength }))

export const ecKeys = (): KeyPair => asPem(generateKeyPairSync('ec', { namedCurve: 'P-256' }))

/** An RSA public key as OpenSSH writes it, with a comment. */
export const openSsh = ({ privateKey }: KeyPair, comment: string) => {
  const [type, text] = parsePrivateKey(privateKey, 'pem').toPublic().toString('ssh').split(' ')
  return `${type} ${text} ${comment}`
}

type Made = KeyPair & { name: string; pem: string }

const century = { validFrom: new Date('2026-01-01'), validUntil: new Date('2126-01-01') }

/** A certificate that nobody but itself vouches for. */
export function selfSigned(name: string, { keys = ecKeys(), dates = century } = {}): Made {
  const made = createSelfSignedCertificate(identityFromDN(`CN=${name}`), keyOf(keys), { ...dates, ca: true })
  return { ...keys, name, pem: made.toString('pem') }
}

/** A certificate of a host that another certificate's key has signed. */
export function signedBy(signer: Made, host: string, { keys = ecKeys() } = {}): Made {
  const subject = identityForHost(host)
  const issuer = identityFromDN(`CN=${signer.name}`)
  const made = createCertificate(subject, keyOf(keys).toPublic(), issuer, keyOf(signer), century)
  return { ...keys, name: host, pem: made.toString('pem') }
}

const keyOf = ({ privateKey }: KeyPair): PrivateKey => parsePrivateKey(privateKey, 'pem')
