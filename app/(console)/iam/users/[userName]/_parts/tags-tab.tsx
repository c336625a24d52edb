import { Refused } from '@/app/_parts/refused'
import { ButtonLink } from '@/components/ui/button-link'
import { TagsTable } from '../../../_parts/tags-table'
import { tagsCall } from '../calls'
import { userHref } from '../place'
import type { TabProps } from './tab'

export async function TagsTab({ userName, slim }: TabProps) {
  const tags = await tagsCall(userName)
  return (
    <TagsTable
      id="user-tags"
      tags={tags.ok ? tags.value.Tags : []}
      problem={tags.ok ? undefined : <Refused refusal={tags.refusal} slim={slim} />}
      actions={<ButtonLink href={`${userHref(userName)}/tags`}>Manage tags</ButtonLink>}
    />
  )
}
