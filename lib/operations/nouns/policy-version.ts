import 'server-only'
import { noSuchEntity } from '@/lib/aws/errors'

/** `v3` is 3; the wire may carry a suffix after a dot, which counts for nothing. */
export const versionNumber = (versionId: string) => Number.parseInt(versionId.slice(1), 10)

export const noSuchVersion = (policyArn: string, versionId: string) =>
  noSuchEntity(`Policy ${policyArn} version ${versionId} does not exist or is not attachable.`)
