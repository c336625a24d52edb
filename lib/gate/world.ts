import 'server-only'
import type { Caller } from '@/lib/access/caller'
import type { Surroundings } from '@/lib/operations/define'

/** Who calls, when and from where: the door's view of everything outside. */
export type World = Surroundings & { caller: Caller }
