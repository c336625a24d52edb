/** A row of the objects table. A folder and an object may have the same key. */
export type ObjectId = { kind: 'folder' | 'object'; key: string }

export const idOf = ({ kind, key }: ObjectId) => `${kind}:${key}`

export function readId(id: string): ObjectId {
  const kind = id.startsWith('folder:') ? 'folder' : 'object'
  return { kind, key: id.slice(kind.length + 1) }
}
