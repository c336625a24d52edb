import 'server-only'
import { beginWriting, deletePastEvents, writeEvents } from '@/lib/store'
import { firstStart } from './first-start'

/** Before the server answers: the classroom where there is no account yet. Beside its first answers: what resets left to delete. */
export async function atStart(): Promise<void> {
  await firstStart()
  await beginWriting()
  void deletePastEvents()
  // server.mjs, plain JavaScript outside Next's bundle, has the thread that listens give its events to this one.
  Object.assign(globalThis, { [Symbol.for('iam-dojo.write-events')]: writeEvents })
}
