import 'server-only'
import { writeData } from '@/lib/store'
import type { CallerWorld } from './current-world'
import { passwordUpdated } from './sign-in-event'

/** Leaves the sign-in's own event of a password that was changed on the way in, beside the one of ChangePassword. */
export async function recordPasswordUpdated({ caller, ...facts }: CallerWorld): Promise<void> {
  if (caller.kind !== 'user') return
  await writeData(caller.account, (store) => store.events.append([passwordUpdated(caller, facts)]))
}
