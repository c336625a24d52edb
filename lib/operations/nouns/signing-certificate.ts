import 'server-only'
import { createHash } from 'node:crypto'
import { invalidCertificate, malformedCertificate, noSuchEntity } from '@/lib/aws/errors'
import type { AccountStore } from '@/lib/store/account-store'
import { idText } from '@/lib/store/ids'
import type { SigningCertificate } from '@/lib/store/signing-certificates'
import { isValidAt, readCertificate } from './certificate'
import type { Owner } from './user'

/** The ID of the certificate in a PEM text. It is made of the certificate, so that the same one is known again. */
export function certificateIdOf(body: string, now: Date): string {
  const certificate = readCertificate(body)
  if (!certificate) throw malformedCertificate(`Certificate ${shown(body)} is malformed.`)
  // AWS: tells the code alone; the sentence is our own.
  if (!isValidAt(certificate, now)) throw invalidCertificate('The certificate is expired or not valid yet.')
  return idText(createHash('sha256').update(certificate.raw).digest())
}

// AWS repeats the text. Whoever mistakes a private key for a certificate shall not find it in the events.
const shown = (body: string) => (body.includes('PRIVATE KEY') ? 'with a private key' : body)

/** The owner's certificate of that ID; throws where the owner has none such, whoever else may have it. */
export async function certificateOfOwner(store: AccountStore, owner: Owner, id: string): Promise<SigningCertificate> {
  const certificate = await store.signingCertificates.find(id)
  if (!certificate || certificate.userId !== owner.id) {
    throw noSuchEntity(`The Certificate with id ${id} cannot be found.`)
  }
  return certificate
}
