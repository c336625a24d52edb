import 'server-only'
import { beginWriting, deletePastEvents } from '@/lib/store'
import { firstStart } from './first-start'

/** Before the server answers: the classroom where there is no account yet. Beside its first answers: what resets left to delete. */
export async function atStart(): Promise<void> {
  await firstStart()
  await beginWriting()
  void deletePastEvents()
}
