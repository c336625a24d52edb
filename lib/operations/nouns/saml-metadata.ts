import 'server-only'
import { X509Certificate } from 'node:crypto'
import { invalidInput } from '@/lib/aws/errors'
import { mostMetadataCharacters, parseSamlMetadata } from '@/lib/aws/saml-metadata'

/**
 * Until when the metadata holds; throws where it does not describe an identity provider with a certificate. AWS: one
 * that does not say holds for a hundred years.
 */
export function readSamlMetadata(document: string, now: Date): { validUntil: Date } {
  if (document.length > mostMetadataCharacters)
    throw invalidInput(`A practice console reads metadata of up to ${mostMetadataCharacters} characters.`)
  const metadata = parseSamlMetadata(document)
  if (!metadata?.certificates.every(isCertificate)) throw unreadable()
  const validUntil = metadata.validUntil === null ? inHundredYears(now) : new Date(metadata.validUntil)
  if (Number.isNaN(validUntil.getTime())) throw unreadable()
  return { validUntil }
}

function isCertificate(base64: string): boolean {
  try {
    return new X509Certificate(Buffer.from(base64, 'base64')).publicKey.type === 'public'
  } catch {
    return false
  }
}

const unreadable = () => invalidInput('Could not parse metadata')

function inHundredYears(now: Date): Date {
  const then = new Date(now)
  then.setUTCFullYear(now.getUTCFullYear() + 100)
  return then
}
