import NextLink from 'next/link'
import type { ComponentProps } from 'react'

/**
 * A link inside the console. INVARIANT: nothing is prefetched, because to draw a page is to make calls in
 * somebody's name, and they would stand in the event history without having been asked for.
 */
export function Link(props: Omit<ComponentProps<typeof NextLink>, 'prefetch'>) {
  return <NextLink {...props} prefetch={false} />
}
