import type { Flash } from '@/components/ui/flash-store'
import type { Refusal } from './refusal'

/** What a server action tells the button that called it. */
export type ActionResult = { ok: true; flash?: Flash } | { ok: false; refusal: Refusal }
