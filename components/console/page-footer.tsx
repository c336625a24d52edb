import { type Identity, spacedAccountId } from './identity'

/** The last line of a page: whose account this is, and what the place is not. */
export function PageFooter({ identity }: { identity: Identity }) {
  return (
    <footer className="page-foot">
      <span>
        Account {spacedAccountId(identity.accountId)}
        {identity.accountAlias && ` · ${identity.accountAlias}`}
      </span>
      <ul>
        <li>Not affiliated with AWS</li>
        <li>English</li>
        <li>
          <a href="/about">About IAM Dojo</a>
        </li>
      </ul>
    </footer>
  )
}
