'use client'

import { Flashbar } from '@/components/ui/flashbar'
import { useIdentity } from './identity-context'

/** The flashbar of the signed-in person. */
export function PageFlashes() {
  return <Flashbar owner={useIdentity().arn} />
}
