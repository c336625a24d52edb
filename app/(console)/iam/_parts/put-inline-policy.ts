import 'server-only'
import type { Outcome } from '@/app/door'
import type { InlineSaved } from './inline-policy-wizard'

/**
 * Saves an inline policy, but not over another one of that name: the API would replace it without a word. Who may not
 * look cannot be warned.
 */
export async function putNewPolicy(
  find: () => Promise<Outcome<unknown>>,
  put: () => Promise<Outcome<unknown>>,
): Promise<InlineSaved> {
  if ((await find()).ok) return { ok: false, taken: true }
  const saved = await put()
  return saved.ok ? { ok: true } : { ok: false, taken: false, refusal: saved.refusal }
}
