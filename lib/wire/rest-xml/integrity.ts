import 'server-only'
import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { AwsError } from '@/lib/aws/errors'
import { headerOf } from '../message'
import type { S3Call } from './s3-call'

const digest = (algorithm: string) => (body: Buffer) => createHash(algorithm).update(body).digest('base64')

function crc32Of(body: Buffer): string {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(crc32(body))
  return bytes.toString('base64')
}

/** The checksums that are compared. CRC32C and CRC64NVME are taken on trust: Node has neither. */
const checksums: Record<string, (body: Buffer) => string> = {
  crc32: crc32Of,
  sha1: digest('sha1'),
  sha256: digest('sha256'),
}

/** Compares the body with every length and checksum that came with it; gives the headers that confirm them. */
export function checkIntegrity(call: S3Call): Record<string, string> {
  const length = headerOf(call, 'x-amz-decoded-content-length')
  if (length !== undefined && Number(length) !== call.body.byteLength) {
    throw new AwsError(
      'IncompleteBody',
      400,
      'You did not provide the number of bytes specified by the Content-Length HTTP header',
    )
  }
  checkMd5(call)
  const confirmed: Record<string, string> = {}
  for (const [name, checksumOf] of Object.entries(checksums)) {
    const header = `x-amz-checksum-${name}`
    const given = headerOf(call, header) ?? call.trailers.get(header)
    if (given === undefined) continue
    if (given !== checksumOf(call.body)) {
      throw new AwsError(
        'BadDigest',
        400,
        `The ${name.toUpperCase()} you specified did not match the calculated checksum.`,
      )
    }
    confirmed[header] = given
  }
  return confirmed
}

function checkMd5(call: S3Call) {
  const given = headerOf(call, 'content-md5')
  if (given === undefined) return
  if (Buffer.from(given, 'base64').byteLength !== 16) {
    throw new AwsError('InvalidDigest', 400, 'The Content-MD5 you specified was invalid.')
  }
  if (given !== digest('md5')(call.body)) {
    throw new AwsError('BadDigest', 400, 'The Content-MD5 you specified did not match what we received.')
  }
}
