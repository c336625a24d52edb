'use client'

import { ChevronDown, CircleUserRound } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Copyable } from '@/components/ui/copy-button'
import { useFloat } from '@/components/ui/float'
import { Link } from '@/components/ui/link'
import { Arn } from '@/components/ui/text'
import { type Identity, spacedAccountId } from './identity'
import { useIdentity } from './identity-context'

/** Who you are and in which account; sign-out is a POST, so that no link can do it to you. */
export function IdentityMenu({ signOutPath }: { signOutPath: string }) {
  const identity = useIdentity()
  const { open, openerProps, floatProps, close } = useFloat({ align: 'end' })
  const name = `${identity.name} @ ${identity.accountAlias ?? spacedAccountId(identity.accountId)}`
  return (
    <>
      <button type="button" {...openerProps} className="bar-item bar-identity" aria-label={`Account: ${name}`}>
        <CircleUserRound size={18} aria-hidden="true" className="bar-narrow" />
        <span className="bar-wide">{name}</span>
        <ChevronDown size={14} aria-hidden="true" className="bar-wide" />
      </button>
      <section {...floatProps} className="float bar-panel" aria-label="Account">
        {open && (
          <>
            <Facts identity={identity} />
            <Link href="/iam/credentials" className="bar-service" onClick={close}>
              <b>Security credentials</b>
              <span>Your password and your access keys</span>
            </Link>
          </>
        )}
        <form method="post" action={signOutPath} className="px-[10px] pt-2 pb-1">
          <Button type="submit">Sign out</Button>
        </form>
      </section>
    </>
  )
}

const kinds = { user: 'IAM user', root: 'Root user', role: 'Role session' }

function Facts({ identity }: { identity: Identity }) {
  return (
    <dl className="flex flex-col gap-2">
      <div>
        <dt>Account ID</dt>
        <dd>
          <Copyable text={identity.accountId} what="Account ID">
            {spacedAccountId(identity.accountId)}
          </Copyable>
        </dd>
      </div>
      {identity.accountAlias && (
        <div>
          <dt>Account alias</dt>
          <dd>{identity.accountAlias}</dd>
        </div>
      )}
      <div>
        <dt>{kinds[identity.kind]}</dt>
        <dd>{identity.name}</dd>
      </div>
      <div>
        <dt>ARN</dt>
        <dd>
          <Copyable text={identity.arn} what="ARN">
            <Arn>{identity.arn}</Arn>
          </Copyable>
        </dd>
      </div>
    </dl>
  )
}
