import 'server-only'
import { createPrivateKey, type KeyObject, type X509Certificate } from 'node:crypto'
import type { SignedCaller } from '@/lib/access/caller'
import { iamArn } from '@/lib/aws/arn'
import { entityAlreadyExists, keyPairMismatch, malformedCertificate, noSuchEntity } from '@/lib/aws/errors'
import type { Tag } from '@/lib/aws/tag'
import type { ServerCertificate } from '@/lib/store/server-certificates'
import type { Noun } from '../bindings'
import { isValidAt, readCertificate, readCertificates } from './certificate'

/** A server certificate with the tags that policies may ask about. */
export type TaggedServerCertificate = ServerCertificate & { tags: readonly Tag[] }

export const serverCertificateArn = (account: string, { name, path }: { name: string; path: string }) =>
  iamArn(account, 'server-certificate', name, path)

export const serverCertificateTaken = (name: string) =>
  entityAlreadyExists(`The Server Certificate with name ${name} already exists.`)

type Key = { ServerCertificateName: string; Path?: string }

/** The server certificate that the input names. */
export const serverCertificate: Noun<Key, TaggedServerCertificate> = {
  name: 'server certificate',
  find: async ({ store, input }) => {
    const found = await store.serverCertificates.find(input.ServerCertificateName)
    return found && { tags: await store.tags.list('server-certificate', found.id), ...found }
  },
  target: ({ input, caller, found }) => targetOf(input, caller, found),
  missing: ({ input }) =>
    noSuchEntity(`The Server Certificate with name ${input.ServerCertificateName} cannot be found.`),
  taken: ({ input }) => serverCertificateTaken(input.ServerCertificateName),
}

function targetOf(input: Key, { account }: SignedCaller, found: TaggedServerCertificate | null) {
  const { name, path } = found ?? { name: input.ServerCertificateName, path: input.Path ?? '/' }
  const display = `server certificate ${input.ServerCertificateName}`
  return { arn: serverCertificateArn(account, { name, path }), display, account, tags: found?.tags }
}

type Upload = { CertificateBody: string; PrivateKey: string; CertificateChain?: string }

/** The uploaded certificate; throws where it, its key and its chain do not belong together. */
export function checkedCertificate(upload: Upload, now: Date): X509Certificate {
  const certificate = readCertificate(upload.CertificateBody)
  if (!certificate) {
    throw malformedCertificate('Unable to parse certificate. Please ensure the certificate is in PEM format.')
  }
  // AWS: refuses such certificates by this code (service team's answer to SDK users); the sentence is our own.
  if (!isValidAt(certificate, now)) throw malformedCertificate('The certificate is expired or not valid yet.')
  // AWS: tells the code alone; the sentence is our own.
  if (!certificate.checkPrivateKey(privateKey(upload.PrivateKey))) {
    throw keyPairMismatch('The private key does not belong to the public key of the certificate.')
  }
  if (upload.CertificateChain !== undefined) checkChain(certificate, upload.CertificateChain)
  return certificate
}

function privateKey(pem: string): KeyObject {
  try {
    const key = createPrivateKey(pem)
    if (key.asymmetricKeyType === 'rsa' || key.asymmetricKeyType === 'ec') return key
  } catch {
    // Falls through to the same answer: a key that cannot be read, an encrypted one, or of another kind.
  }
  throw malformedCertificate('Invalid Private Key.')
}

/** Every certificate of the chain must have signed the one before it, the first one the uploaded certificate. */
function checkChain(certificate: X509Certificate, pem: string) {
  let signed = certificate
  const chain = readCertificates(pem)
  if (!chain) throw brokenChain(-1)
  for (const [index, signer] of chain.entries()) {
    if (!signed.checkIssued(signer) || !signed.verify(signer.publicKey)) throw brokenChain(index)
    signed = signer
  }
}

const brokenChain = (index: number) =>
  malformedCertificate(
    'Unable to validate certificate chain. The certificate chain must start with the immediate signing certificate, ' +
      `followed by any intermediaries in order. The index within the chain of the invalid certificate is: ${index}`,
  )
