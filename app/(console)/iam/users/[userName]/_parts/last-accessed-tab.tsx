import { iamArn } from '@/lib/aws/arn'
import { currentWorld } from '@/lib/caller/current-world'
import { LastAccessedTable } from '../../../_parts/last-accessed/last-accessed-table'
import { userCall } from '../calls'
import type { TabProps } from './tab'

/** Where GetUser is refused the path is unknown, and most users have none. */
export async function LastAccessedTab({ userName, slim }: TabProps) {
  const user = await userCall(userName)
  const { caller, now } = await currentWorld()
  const arn = user.ok ? user.value.User.Arn : iamArn(caller.account, 'user', userName)
  return <LastAccessedTable arn={arn} noun="user" now={now} slim={slim} />
}
