import { Tag } from 'lucide-react'
import { Refused } from '@/app/_parts/refused'
import { ask } from '@/app/door'
import { ResourceTable } from '@/components/console/resource-table'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { Nothing } from '@/components/ui/key-values'
import { listUserTags } from '@/lib/operations/iam/list-user-tags'
import type { TabProps } from './tab'

const columns = [
  { key: 'key', header: 'Key', sortable: true, locked: true, narrow: 'title' },
  { key: 'value', header: 'Value', sortable: true },
] as const

export async function TagsTab({ userName, slim }: TabProps) {
  const tags = await ask(listUserTags, { UserName: userName, MaxItems: 100 })
  return (
    <ResourceTable
      id="user-tags"
      paging="browser"
      title="Tags"
      description="Tags describe a user in pairs of key and value. Policies may ask about them."
      noun="tags"
      columns={columns}
      rows={(tags.ok ? tags.value.Tags : []).map(({ Key, Value }) => ({
        id: Key,
        name: Key,
        search: `${Key} ${Value}`,
        sort: { key: Key, value: Value },
        cells: { key: <b>{Key}</b>, value: Value || <Nothing /> },
      }))}
      defaultSort="key"
      search="Search tags"
      problem={tags.ok ? undefined : <Refused refusal={tags.refusal} slim={slim} />}
      empty={
        <Empty icon={Tag} title="No tags">
          Tags can say whose user this is, or for which project.
        </Empty>
      }
      actions={<ButtonLink href={`/iam/users/${encodeURIComponent(userName)}/tags`}>Manage tags</ButtonLink>}
    />
  )
}
