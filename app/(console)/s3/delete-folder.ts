import 'server-only'
import { ask, type Outcome } from '@/app/door'
import { deleteObject } from '@/lib/operations/s3/delete-object'
import { listObjectsV2 } from '@/lib/operations/s3/list-objects-v2'

/** Deletes every object under a prefix and tells how many. The first refusal ends it; what is gone stays gone. */
export async function deleteFolder(Bucket: string, Prefix: string): Promise<Outcome<string>> {
  let deleted = 0
  for (;;) {
    const listed = await ask(listObjectsV2, { Bucket, Prefix })
    if (!listed.ok) return listed
    const { Contents, IsTruncated } = listed.value
    for (const { Key } of Contents) {
      const gone = await ask(deleteObject, { Bucket, Key })
      if (!gone.ok) return deleted === 0 ? gone : { ok: false, refusal: partly(gone.refusal, deleted) }
      deleted++
    }
    if (!IsTruncated) return { ok: true, value: objects(deleted) }
  }
}

const partly = <R extends { message: string }>(refusal: R, deleted: number): R => ({
  ...refusal,
  message: `${objects(deleted)} deleted before this: ${refusal.message}`,
})

const objects = (count: number) => (count === 1 ? '1 object' : `${count.toLocaleString('en')} objects`)
