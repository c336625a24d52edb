import 'server-only'
import { cache } from 'react'
import { ask } from '@/app/door'
import { listPolicyVersions } from '@/lib/operations/iam/list-policy-versions'

/** Once per page: the tab's name counts the versions, and the tab lists them. */
export const versionsCall = cache((PolicyArn: string) => ask(listPolicyVersions, { PolicyArn }))
