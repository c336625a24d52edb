import type { Crumb } from '@/components/console/breadcrumbs'

export const groupHref = (groupName: string) => `/iam/groups/${encodeURIComponent(groupName)}`

/** The path of a page below a group's. */
export const groupCrumbs = (groupName: string, page: string): Crumb[] => [
  { label: 'IAM', href: '/iam' },
  { label: 'User groups', href: '/iam/groups' },
  { label: groupName, href: groupHref(groupName) },
  { label: page },
]
