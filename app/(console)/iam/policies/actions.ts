'use server'

import { revalidatePath } from 'next/cache'
import { texts } from '@/app/arguments'
import type { Deletion } from '@/app/deletion'
import { deletePolicyWithAll } from './delete-policy'

/** Deletes policies one after the other; each tells what became of it. */
export async function deletePolicies(arns: readonly string[]): Promise<Deletion[]> {
  const deletions: Deletion[] = []
  for (const arn of texts(arns)) deletions.push(await deletePolicyWithAll(arn))
  revalidatePath('/iam/policies')
  return deletions
}
