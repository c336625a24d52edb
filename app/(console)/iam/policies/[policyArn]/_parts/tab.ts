import type { SearchParams } from '@/components/console/table-state'

/** What each tab of a policy's page gets. `slim`: the page has drawn a whole denial box already. */
export type TabProps = { arn: string; slim: boolean; params: SearchParams }
