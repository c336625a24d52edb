'use server'

import { revalidatePath } from 'next/cache'
import { texts } from '@/app/arguments'
import type { Deletion } from '@/app/deletion'
import { deleteGroupWithAll } from './delete-group'

/** Deletes groups one after the other; each tells what became of it. */
export async function deleteGroups(groupNames: readonly string[]): Promise<Deletion[]> {
  const deletions: Deletion[] = []
  for (const groupName of texts(groupNames)) deletions.push(await deleteGroupWithAll(groupName))
  revalidatePath('/iam/groups')
  return deletions
}
