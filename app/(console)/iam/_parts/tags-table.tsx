import { Tag as TagIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { ResourceTable } from '@/components/console/resource-table'
import type { Column } from '@/components/console/table-rows'
import { Empty } from '@/components/ui/empty'
import { Nothing } from '@/components/ui/key-values'
import type { Tag } from '@/lib/aws/tag'

const columns: readonly Column[] = [
  { key: 'key', header: 'Key', sortable: true, locked: true, narrow: 'title' },
  { key: 'value', header: 'Value', sortable: true },
]

type Props = { id: string; tags: readonly Tag[]; problem?: ReactNode; actions: ReactNode }

/** The tags of one thing. */
export function TagsTable({ id, tags, problem, actions }: Props) {
  return (
    <ResourceTable
      id={id}
      paging="browser"
      title="Tags"
      description="Tags describe a thing in pairs of key and value. Policies may ask about them."
      noun="tags"
      columns={columns}
      rows={tags.map(({ Key, Value }) => ({
        id: Key,
        name: Key,
        search: `${Key} ${Value}`,
        sort: { key: Key, value: Value },
        cells: { key: <b>{Key}</b>, value: Value || <Nothing /> },
      }))}
      defaultSort="key"
      search="Search tags"
      problem={problem}
      empty={
        <Empty icon={TagIcon} title="No tags">
          Tags can say whose this is, or for which project.
        </Empty>
      }
      actions={actions}
    />
  )
}
