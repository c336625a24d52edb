import 'server-only'
import { X509Certificate } from 'node:crypto'

const block = /-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/g

// Real chains have three or four. Each costs a signature to check, and the text may be 2 MB long.
const most = 20

/** The X.509 certificates of a PEM text in their order; null where it holds none, too many, or anything beside them. */
export function readCertificates(pem: string): X509Certificate[] | null {
  const blocks = pem.match(block)
  if (!blocks || blocks.length > most || pem.replace(block, '').trim() !== '') return null
  try {
    const certificates = blocks.map((text) => new X509Certificate(text))
    // The key is read when it is asked for, and may be of a kind that nobody here knows.
    return certificates.every(({ publicKey }) => publicKey.type === 'public') ? certificates : null
  } catch {
    return null
  }
}

/** The one certificate of a PEM text; null where it holds more or fewer. */
export function readCertificate(pem: string): X509Certificate | null {
  const [certificate, ...others] = readCertificates(pem) ?? []
  return certificate && others.length === 0 ? certificate : null
}

export const expiryOf = (certificate: X509Certificate) => new Date(certificate.validTo)

export const isValidAt = (certificate: X509Certificate, now: Date) =>
  new Date(certificate.validFrom) <= now && now < expiryOf(certificate)
