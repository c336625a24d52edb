import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { policy } from '../nouns/policy'
import { versionShape } from '../nouns/policy-version'
import { cutPage, more, pageRequest } from '../paging'
import { arn, paging } from '../shapes'

export const listPolicyVersions = operation({
  service: 'iam',
  name: 'ListPolicyVersions',
  summary: 'List the versions of a managed policy, newest first, without their documents.',
  kind: 'read',
  input: z.object({ PolicyArn: arn, ...paging }),
  on: existing(policy),
  ask: ({ target }) => [may('iam:ListPolicyVersions', target)],
  run: async ({ found, input, store }) => {
    if (found.owner === 'aws') {
      const { defaultVersionId, updateDate } = found.policy
      const only = { VersionId: defaultVersionId, IsDefaultVersion: true, CreateDate: new Date(updateDate) }
      return { Versions: [only], IsTruncated: false }
    }
    const versions = await store.policies.versions(found.policy)
    const page = cutPage(versions, pageRequest(input), newestFirst)
    return { Versions: page.rows.map(versionShape), ...more(page) }
  },
})

/** A key that grows as the version's number falls. */
const newestFirst = ({ number }: { number: number }) => String(1e9 - number).padStart(10, '0')
