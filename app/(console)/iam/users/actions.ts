'use server'

import { revalidatePath } from 'next/cache'
import { texts } from '@/app/arguments'
import type { Deletion } from '@/app/deletion'
import { deleteUserWithAll } from './delete-user'

/** Deletes users one after the other; each tells what became of it. */
export async function deleteUsers(userNames: readonly string[]): Promise<Deletion[]> {
  const deletions: Deletion[] = []
  for (const userName of texts(userNames)) deletions.push(await deleteUserWithAll(userName))
  revalidatePath('/iam/users')
  return deletions
}
