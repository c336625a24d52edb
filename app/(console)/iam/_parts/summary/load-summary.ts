'use server'

import { text } from '@/app/arguments'
import { actionCatalogue } from '@/lib/aws/catalogue/actions'
import { type Summary, summarize, type Unsummarized } from '@/lib/policy/summary'

/** More than any policy may have, with room for white space. */
const longest = 30_000

/** What a document that the caller has already says; public facts and no call. */
export async function summaryOf(document: string): Promise<Summary | Unsummarized> {
  return summarize(text(document).slice(0, longest), actionCatalogue())
}
