'use server'

import { revalidatePath } from 'next/cache'
import type { Deletion } from '@/app/deletion'
import { deletePolicyWithAll } from './delete-policy'

/** Deletes policies one after the other; each tells what became of it. */
export async function deletePolicies(arns: readonly string[]): Promise<Deletion[]> {
  const deletions: Deletion[] = []
  for (const arn of arns.slice(0, 100)) deletions.push(await deletePolicyWithAll(String(arn)))
  revalidatePath('/iam/policies')
  return deletions
}
