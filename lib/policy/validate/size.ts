import { limits } from '@/lib/aws/limits'
import type { Subject } from './subject'

/** Characters of a document as IAM counts them: white space outside strings is free. */
export function documentSize(text: string): number {
  let size = 0
  let inString = false
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (inString) {
      size++
      if (code === 92) {
        size++
        i++
      } else if (code === 34) inString = false
    } else if (code !== 32 && code !== 9 && code !== 10 && code !== 13) {
      size++
      inString = code === 34
    }
  }
  return size
}

/** Findings about length. Refusing to save is the owner's business: it knows which quota is its own. */
export function checkSize({ text, kind, report, document }: Subject): void {
  const place = { range: document.root ?? { start: 0, end: text.length }, path: [] }
  const check = (code: Parameters<typeof report.add>[0], size: number, limit: number) => {
    if (size > limit) report.add(code, place, String(size), String(limit))
  }
  if (kind === 'identity' || kind === 'boundary') {
    check('POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA', documentSize(text), limits.PolicySizeQuota)
  } else if (kind === 'trust') {
    check('POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA', documentSize(text), limits.AssumeRolePolicySizeQuota)
  } else if (kind === 'resource') {
    check('POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA', text.length, limits.BucketPolicySizeQuota)
  } else if (kind === 'scp') {
    check('POLICY_SIZE_EXCEEDS_SCP_QUOTA', text.length, limits.ServiceControlPolicySizeQuota)
  }
}
