import type { Metadata } from 'next'
import { ask } from '@/app/door'
import { Page } from '@/components/console/page'
import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { getAccountSummary } from '@/lib/operations/iam/get-account-summary'
import { AccountCard } from './_parts/dashboard/account-card'
import { Recommendations } from './_parts/dashboard/recommendations'
import { Resources } from './_parts/dashboard/resources'

export const metadata: Metadata = { title: 'IAM dashboard' }

export default async function DashboardPage() {
  const summary = await ask(getAccountSummary, {})
  return (
    <Page crumbs={[{ label: 'IAM', href: '/iam' }, { label: 'Dashboard' }]} title="IAM dashboard" help="dashboard">
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_360px]">
        <div className="grid gap-4">
          <Recommendations summary={summary} />
          <Resources summary={summary} />
        </div>
        <div className="grid gap-4">
          <AccountCard />
          <Links title="Quick links" links={quickLinks} />
          <Links title="Tools" links={tools} />
        </div>
      </div>
    </Page>
  )
}

const quickLinks = [
  {
    href: '/iam/credentials',
    label: 'My security credentials',
    text: 'Your password, your access keys and the facts of your account.',
  },
]

const tools = [
  { href: '/events', label: 'Event history', text: 'Who called what and when, and what was refused.' },
  { href: '/iam/search', label: 'Search IAM', text: 'Find users, groups, policies, tasks and the owner of a key.' },
]

function Links({ title, links }: { title: string; links: typeof tools }) {
  return (
    <Card title={title}>
      <ul className="flex flex-col gap-3">
        {links.map(({ href, label, text }) => (
          <li key={href}>
            <Link className="name-link" href={href}>
              {label}
            </Link>
            <p className="type-note text-text-2">{text}</p>
          </li>
        ))}
      </ul>
    </Card>
  )
}
