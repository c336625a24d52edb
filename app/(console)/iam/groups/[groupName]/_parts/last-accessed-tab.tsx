import type { Outcome } from '@/app/door'
import { iamArn } from '@/lib/aws/arn'
import { currentWorld } from '@/lib/caller/current-world'
import type { OutputOf } from '@/lib/operations/define'
import type { getGroup } from '@/lib/operations/iam/get-group'
import { LastAccessedTable } from '../../../_parts/last-accessed/last-accessed-table'

type Props = { groupName: string; group: Outcome<OutputOf<typeof getGroup>>; slim: boolean }

/** Where GetGroup is refused the path is unknown, and most groups have none. */
export async function LastAccessedTab({ groupName, group, slim }: Props) {
  const { caller, now } = await currentWorld()
  const arn = group.ok ? group.value.Group.Arn : iamArn(caller.account, 'group', groupName)
  return <LastAccessedTable arn={arn} noun="group" now={now} slim={slim} />
}
