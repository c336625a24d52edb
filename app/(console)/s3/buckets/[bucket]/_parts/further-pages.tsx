import { ButtonLink } from '@/components/ui/button-link'

type Props = {
  /** The folder's address. */
  href: string
  search: string
  isFirst: boolean
  /** The continuation token; absent on the last page. */
  next: string | undefined
}

/** S3 knows only the way forward: the next page, or the first one again. */
export function FurtherPages({ href, search, isFirst, next }: Props) {
  if (isFirst && next === undefined) return null
  const page = (token?: string) => {
    const address = new URL(href, 'http://console')
    if (search) address.searchParams.set('q', search)
    if (token) address.searchParams.set('token', token)
    if (token && search) address.searchParams.set('of', search)
    return address.pathname + address.search
  }
  return (
    <nav aria-label="Pages of the list" className="actions justify-end">
      {!isFirst && <ButtonLink href={page()}>First page</ButtonLink>}
      {next !== undefined && <ButtonLink href={page(next)}>Next page</ButtonLink>}
    </nav>
  )
}
