import type { Crumb } from '@/components/console/breadcrumbs'

/** A policy's page: the whole ARN in one part of the path. */
export const policyHref = (arn: string) => `/iam/policies/${encodeURIComponent(arn)}`

const nameOf = (arn: string) => arn.slice(arn.lastIndexOf('/') + 1)

/** The path of a policy's page, or of a page below it. */
export const policyCrumbs = (arn: string, page?: string): Crumb[] => [
  { label: 'IAM', href: '/iam' },
  { label: 'Policies', href: '/iam/policies' },
  page === undefined ? { label: nameOf(arn) } : { label: nameOf(arn), href: policyHref(arn) },
  ...(page === undefined ? [] : [{ label: page }]),
]
