import 'server-only'
import { ask, type Outcome } from '@/app/door'
import type { Operation } from '@/lib/operations/define'

/** An answer that may be one page of several. */
type Paged = { IsTruncated?: boolean; Marker?: string }

/** Asks for page after page of a list and gives what `itemsOf` finds in them. The first refusal ends it. */
export async function askAll<In extends { Marker?: string }, Out extends Paged, Item>(
  operation: Operation<In, Out>,
  input: In,
  itemsOf: (page: Out) => readonly Item[],
): Promise<Outcome<Item[]>> {
  const items: Item[] = []
  let Marker: string | undefined
  do {
    const page = await ask(operation, { ...input, Marker })
    if (!page.ok) return page
    items.push(...itemsOf(page.value))
    Marker = page.value.Marker
  } while (Marker !== undefined)
  return { ok: true, value: items }
}
