/** What stands in the side navigation and in the Services menu. Only screens that exist are listed. */

export type NavigationItem = {
  label: string
  href: string
  external?: boolean
  /** Stands for its own page alone, not for those below it. */
  exact?: boolean
  children?: readonly NavigationItem[]
}
export type NavigationSection = { title?: string; items: readonly NavigationItem[] }
export type Console = {
  id: string
  /** Short name: breadcrumbs, Services menu. */
  name: string
  /** Heading of the side navigation. */
  title: string
  /** One sentence for the Services menu. */
  summary: string
  /** Where it lives; also its first page. */
  href: string
  /** Name of the search box, when the console has one. */
  search?: string
  sections: readonly NavigationSection[]
}

export const consoles: readonly Console[] = [
  {
    id: 'iam',
    name: 'IAM',
    title: 'Identity and Access Management',
    summary: 'Users, groups and policies: who may do what',
    href: '/iam',
    search: 'Search IAM',
    sections: [
      { items: [{ label: 'Dashboard', href: '/iam', exact: true }] },
      {
        title: 'Access management',
        items: [
          { label: 'User groups', href: '/iam/groups' },
          { label: 'Users', href: '/iam/users' },
          { label: 'Policies', href: '/iam/policies' },
          { label: 'Account settings', href: '/iam/settings' },
        ],
      },
      { title: 'Access reports', items: [{ label: 'Event history', href: '/events' }] },
      { title: 'Related consoles', items: [{ label: 'S3', href: '/s3' }] },
    ],
  },
  {
    id: 's3',
    name: 'S3',
    title: 'Simple Storage Service',
    summary: 'Buckets and objects to practise on',
    href: '/s3',
    sections: [
      { items: [{ label: 'Buckets', href: '/s3' }] },
      { title: 'Related consoles', items: [{ label: 'IAM', href: '/iam' }] },
    ],
  },
  {
    id: 'events',
    name: 'Event history',
    title: 'Event history',
    summary: 'Every call in this account, also the refused ones',
    href: '/events',
    sections: [
      { items: [{ label: 'Event history', href: '/events' }] },
      { title: 'Related consoles', items: [{ label: 'IAM', href: '/iam' }] },
    ],
  },
]

const isBelow = (pathname: string, href: string) => pathname === href || pathname.startsWith(`${href}/`)

/** The console that a path belongs to; IAM where none claims it. */
export function consoleOf(pathname: string): Console {
  const found = consoles.find((one) => isBelow(pathname, one.href)) ?? consoles[0]
  if (!found) throw new Error('navigation.ts lists no console')
  return found
}

/** The item that stands for a path: the longest `href` that leads to it, within the console's own items. */
export function currentItem(pathname: string, one: Console): string | undefined {
  const items = one.sections.flatMap((section) => section.items.flatMap((item) => [item, ...(item.children ?? [])]))
  const matching = items
    .filter((item) => (item.exact ? pathname === item.href : isBelow(pathname, item.href)))
    .map((item) => item.href)
  return matching.sort((left, right) => right.length - left.length)[0]
}
