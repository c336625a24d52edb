import { type Identity, spacedAccountId } from './identity'

/** The last line of a page. It says what this is not. */
export function PageFooter({ identity }: { identity: Identity }) {
  return (
    <footer className="page-foot">
      <span>
        Account {spacedAccountId(identity.accountId)}
        {identity.accountAlias && ` · ${identity.accountAlias}`}
      </span>
      <span>A practice console. Not affiliated with AWS; never type a password of a real cloud account here.</span>
    </footer>
  )
}
