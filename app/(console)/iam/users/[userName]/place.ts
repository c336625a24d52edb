import type { Crumb } from '@/components/console/breadcrumbs'

export const userHref = (userName: string) => `/iam/users/${encodeURIComponent(userName)}`

/** The path of a page below a user's. */
export const userCrumbs = (userName: string, page: string): Crumb[] => [
  { label: 'IAM', href: '/iam' },
  { label: 'Users', href: '/iam/users' },
  { label: userName, href: userHref(userName) },
  { label: page },
]
