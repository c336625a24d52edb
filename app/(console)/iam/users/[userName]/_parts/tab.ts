/** What each tab of a user's page gets. `slim`: the page has drawn a whole denial box already. */
export type TabProps = { userName: string; slim: boolean }
