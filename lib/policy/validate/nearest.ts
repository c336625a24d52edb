import type { Service } from '@/lib/aws/catalogue/catalogue'
import type { Subject } from './subject'

/** Operations whose permission has another name: what people write first, and what AWS asks for. */
const otherNames: Readonly<Record<string, string>> = {
  's3:listobjects': 'ListBucket',
  's3:listobjectsv2': 'ListBucket',
  's3:headbucket': 'ListBucket',
  's3:listbuckets': 'ListAllMyBuckets',
  's3:headobject': 'GetObject',
  's3:copyobject': 'PutObject',
  's3:createmultipartupload': 'PutObject',
  's3:uploadpart': 'PutObject',
  's3:completemultipartupload': 'PutObject',
  's3:deleteobjects': 'DeleteObject',
  's3:getbucketlifecycleconfiguration': 'GetLifecycleConfiguration',
  's3:putbucketlifecycleconfiguration': 'PutLifecycleConfiguration',
  's3:getbucketencryption': 'GetEncryptionConfiguration',
  's3:putbucketencryption': 'PutEncryptionConfiguration',
  'lambda:invoke': 'InvokeFunction',
}

/** The action that was probably meant: another name of the same thing, or one that is two letters away. */
export function nearestAction({ budget }: Subject, service: Service, name: string): string | null {
  const wanted = name.toLowerCase()
  const known = otherNames[`${service.prefix}:${wanted}`]
  if (known) return `${service.prefix}:${known}`
  let best: string | null = null
  let least = 3
  for (const [candidate, action] of service.actions) {
    if (Math.abs(candidate.length - wanted.length) >= least) continue
    if (!budget.spend(candidate.length * wanted.length)) return null
    const steps = distance(wanted, candidate)
    if (steps >= least) continue
    least = steps
    best = action.name
  }
  return best === null ? null : `${service.prefix}:${best}`
}

/** Letters to change, add or take away to get from one text to the other. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let i = 1; i <= from.length; i++) {
    const next = [i]
    for (let j = 1; j <= to.length; j++) {
      const change = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1)
      next[j] = Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1)
    }
    row = next
  }
  return row[to.length] ?? 0
}
