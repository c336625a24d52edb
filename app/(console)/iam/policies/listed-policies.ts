import 'server-only'
import { askAll } from '@/app/ask-all'
import type { OutputOf } from '@/lib/operations/define'
import { listPolicies } from '@/lib/operations/iam/list-policies'

export type ListedPolicy = OutputOf<typeof listPolicies>['Policies'][number]

/** Every managed policy, the account's own and AWS's: two calls for some 1,570 entries. */
export const listedPolicies = () => askAll(listPolicies, { MaxItems: 1000 }, ({ Policies }) => Policies)
