'use client'

import { Flashbar } from '@/components/ui/flashbar'
import { useIdentity } from './identity-context'

/** The flashbar of the signed-in person. In the frame, not in the page: what is clicked must not go with the page that goes. */
export function PageFlashes() {
  return <Flashbar owner={useIdentity().arn} />
}
