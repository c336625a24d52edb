'use server'

import { revalidatePath } from 'next/cache'
import { act, actOnEach } from '@/app/act'
import type { ActionResult } from '@/app/action-result'
import { text, texts } from '@/app/arguments'
import { deleteObject } from '@/lib/operations/s3/delete-object'
import { putObject } from '@/lib/operations/s3/put-object'
import { deleteFolder } from '../../delete-folder'
import { bucketHref, lastPart } from '../../place'
import { readId } from './_parts/object-id'

/** Deletes objects, and folders with all that is in them; `ids` are the rows of the objects table. */
export async function deleteObjects(bucket: string, given: readonly string[]): Promise<ActionResult> {
  const Bucket = text(bucket)
  const ids = texts(given)
  const remove = async (id: string): Promise<ActionResult> => {
    const { kind, key } = readId(id)
    if (kind === 'object') return act(deleteObject, { Bucket, Key: key })
    const deleted = await deleteFolder(Bucket, key)
    return deleted.ok ? { ok: true } : deleted
  }
  const title = ids.length === 1 ? `${lastPart(readId(ids[0] ?? '').key)} deleted.` : `${ids.length} items deleted.`
  const result = await actOnEach(ids, remove, { kind: 'success', title })
  // What was deleted before a refusal must leave the list, too.
  revalidatePath(bucketHref(Bucket))
  return result
}

export async function createFolder(bucket: string, key: string): Promise<ActionResult> {
  const [Bucket, Key] = [text(bucket), text(key)]
  const folder = { Bucket, Key, Body: new Uint8Array(), ContentType: 'application/x-directory; charset=UTF-8' }
  return act(putObject, folder, { kind: 'success', title: `Folder ${lastPart(Key)} created.` })
}
