import type { Refusal } from '@/app/refusal'
import type { Flash } from '@/components/ui/flash-store'

/** What a flash says of a refusal: the API's own words, and the way to their explanation. */
export function refusalFlash(title: string, { message, denial }: Refusal): Flash {
  const link = denial?.whyHref ? { label: 'Why was I denied?', href: denial.whyHref } : undefined
  return { kind: 'error', title, text: message, copy: message, link }
}
