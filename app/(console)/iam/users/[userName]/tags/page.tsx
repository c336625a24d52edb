import type { Metadata } from 'next'
import { Refused } from '@/app/_parts/refused'
import { ask } from '@/app/door'
import { Page } from '@/components/console/page'
import { Card } from '@/components/ui/card'
import { listUserTags } from '@/lib/operations/iam/list-user-tags'
import { TagsForm } from '../../../_parts/tags-form'
import { userCrumbs, userHref } from '../place'
import { saveUserTags } from '../tags'

export const metadata: Metadata = { title: 'Manage tags' }

export default async function UserTagsPage({ params }: { params: Promise<{ userName: string }> }) {
  const userName = decodeURIComponent((await params).userName)
  const tags = await ask(listUserTags, { UserName: userName, MaxItems: 100 })
  return (
    <Page crumbs={userCrumbs(userName, 'Manage tags')} title={`Manage tags of ${userName}`}>
      {tags.ok ? (
        <TagsForm
          tags={tags.value.Tags}
          ignoreCase
          save={saveUserTags.bind(null, userName)}
          back={`${userHref(userName)}?section=tags`}
        />
      ) : (
        <Card title="Tags">
          <Refused refusal={tags.refusal} />
        </Card>
      )}
    </Page>
  )
}
