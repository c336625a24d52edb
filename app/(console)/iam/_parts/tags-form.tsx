'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { Refused } from '@/app/_parts/refused'
import type { ActionResult } from '@/app/action-result'
import type { Refusal } from '@/app/refusal'
import { TagEditor } from '@/components/console/tag-editor'
import { tagProblems } from '@/components/console/tags'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'
import { useFlash } from '@/components/ui/flashbar'
import type { Tag } from '@/lib/aws/tag'

type Props = {
  tags: readonly Tag[]
  /** Users and roles: keys differ by more than case. */
  ignoreCase?: boolean
  /** A server action: gets what was there and what is wanted. */
  save: (before: readonly Tag[], after: readonly Tag[]) => Promise<ActionResult>
  back: string
}

/** The tags of one thing as a whole: what changed is sent as TagX and UntagX. */
export function TagsForm({ tags: before, ignoreCase, save, back }: Props) {
  const [tags, setTags] = useState<readonly Tag[]>(before)
  const [strict, setStrict] = useState(false)
  const [refusal, setRefusal] = useState<Refusal>()
  const [busy, startTransition] = useTransition()
  const { flash } = useFlash()
  const router = useRouter()
  const submit = () => {
    setRefusal(undefined)
    setStrict(true)
    if (tagProblems(tags, { ignoreCase }).some(Boolean)) return
    startTransition(async () => {
      const result = await save(before, tags)
      if (!result.ok) return setRefusal(result.refusal)
      if (result.flash) flash(result.flash)
      router.push(back)
    })
  }
  return (
    <>
      <Card title="Tags">
        <TagEditor tags={tags} onChange={setTags} ignoreCase={ignoreCase} strict={strict} />
      </Card>
      {refusal && <Refused refusal={refusal} announce />}
      <div className="actions justify-end">
        <ButtonLink variant="plain" href={back}>
          Cancel
        </ButtonLink>
        <Button variant="primary" loading={busy} onClick={submit}>
          Save changes
        </Button>
      </div>
    </>
  )
}
