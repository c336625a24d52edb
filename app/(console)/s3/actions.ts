'use server'

import { revalidatePath } from 'next/cache'
import type { ActionResult } from '@/app/action-result'
import { texts } from '@/app/arguments'
import { type Deletion, once, runSteps } from '@/app/deletion'
import { ask } from '@/app/door'
import { deleteBucket } from '@/lib/operations/s3/delete-bucket'
import { deleteFolder } from './delete-folder'

export async function deleteBuckets(names: readonly string[]): Promise<Deletion[]> {
  const deletions: Deletion[] = []
  for (const Bucket of texts(names).slice(0, 100)) {
    deletions.push(await runSteps(Bucket, [once('DeleteBucket', () => ask(deleteBucket, { Bucket }))]))
  }
  revalidatePath('/s3')
  return deletions
}

export async function emptyBucket(names: readonly string[]): Promise<ActionResult> {
  const [bucket = ''] = texts(names)
  const emptied = await deleteFolder(bucket, '')
  if (!emptied.ok) return emptied
  return { ok: true, flash: { kind: 'success', title: `Bucket ${bucket} emptied: ${emptied.value} deleted.` } }
}
