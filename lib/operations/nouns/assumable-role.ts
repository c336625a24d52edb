import 'server-only'
import { parseArn } from '@/lib/aws/arn'
import { accessDenied } from '@/lib/aws/errors'
import type { RoleAbroad } from '@/lib/store/abroad'
import type { Binding } from '../define'
import { trustDocument } from './role'

// AWS: a role that does not exist answers like one that trusts others, so that a stranger cannot probe for names. The one
// statement is for those who count what they may not read.
const trustsNobody = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { AWS: 'AIDA' }, Action: 'sts:AssumeRole' }],
})

/** The role that the input names, in whatever account of this server it is. Its trust policy is asked. */
export const assumableRole: Binding<{ RoleArn: string }, RoleAbroad> = {
  async locate({ store, input, caller }) {
    const arn = input.RoleArn
    const found = await store.abroad.findRole(arn)
    const document = found ? await trustDocument(store, found) : trustsNobody
    const account = parseArn(arn)?.account ?? caller.account
    return { found, target: { arn, display: arn, account, tags: found?.tags, policy: { document, kind: 'trust' } } }
  },
  check: (found) => (found === null ? accessDenied('Not authorized to assume this role.') : null),
}
