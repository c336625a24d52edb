import { File, Folder } from 'lucide-react'
import type { Column, Row } from '@/components/console/table-rows'
import { Link } from '@/components/ui/link'
import { fullTime } from '@/components/ui/time'
import type { OutputOf } from '@/lib/operations/define'
import type { listObjectsV2 } from '@/lib/operations/s3/list-objects-v2'
import { folderHref, lastPart, objectHref } from '../../../place'
import { sizeText } from '../../../size-text'
import { idOf } from './object-id'

export const objectColumns: readonly Column[] = [
  { key: 'name', header: 'Name', locked: true, narrow: 'title' },
  { key: 'type', header: 'Type' },
  { key: 'modified', header: 'Last modified' },
  { key: 'size', header: 'Size', narrow: 'aside' },
  { key: 'class', header: 'Storage class' },
]

type Listed = OutputOf<typeof listObjectsV2>
type ListedObject = Listed['Contents'][number]

/** The folders of a level, then its objects. */
export function rowsOf(bucket: string, prefix: string, { CommonPrefixes, Contents }: Listed): Row[] {
  // An empty object with the folder's own key is what "Create folder" leaves; it is the folder and not in it.
  const objects = Contents.filter(({ Key, Size }) => Key !== prefix || Size > 0)
  return [
    ...CommonPrefixes.map((folder) => folderRow(bucket, folder.Prefix)),
    ...objects.map((object) => objectRow(bucket, object)),
  ]
}

function folderRow(bucket: string, prefix: string): Row {
  const name = lastPart(prefix)
  return {
    id: idOf({ kind: 'folder', key: prefix }),
    name,
    cells: { name: <Name href={folderHref(bucket, prefix)} Icon={Folder} name={name} />, type: 'Folder' },
  }
}

function objectRow(bucket: string, { Key, LastModified, Size, StorageClass }: ListedObject): Row {
  const name = lastPart(Key)
  return {
    id: idOf({ kind: 'object', key: Key }),
    name,
    cells: {
      name: <Name href={objectHref(bucket, Key)} Icon={File} name={name} />,
      type: /\.(\w{1,10})$/.exec(name)?.[1],
      modified: fullTime(LastModified),
      size: sizeText(Size),
      class: StorageClass === 'STANDARD' ? 'Standard' : StorageClass,
    },
  }
}

function Name({ href, Icon, name }: { href: string; Icon: typeof File; name: string }) {
  return (
    <Link className="name-link whitespace-pre" href={href}>
      <Icon size={16} aria-hidden="true" className="mr-2 inline text-text-3" />
      {name}
    </Link>
  )
}
