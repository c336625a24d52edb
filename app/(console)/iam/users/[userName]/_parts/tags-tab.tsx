import { Refused } from '@/app/_parts/refused'
import { ask } from '@/app/door'
import { ButtonLink } from '@/components/ui/button-link'
import { listUserTags } from '@/lib/operations/iam/list-user-tags'
import { TagsTable } from '../../../_parts/tags-table'
import { userHref } from '../place'
import type { TabProps } from './tab'

export async function TagsTab({ userName, slim }: TabProps) {
  const tags = await ask(listUserTags, { UserName: userName, MaxItems: 100 })
  return (
    <TagsTable
      id="user-tags"
      tags={tags.ok ? tags.value.Tags : []}
      problem={tags.ok ? undefined : <Refused refusal={tags.refusal} slim={slim} />}
      actions={<ButtonLink href={`${userHref(userName)}/tags`}>Manage tags</ButtonLink>}
    />
  )
}
