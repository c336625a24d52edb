import type { Crumb } from '@/components/console/breadcrumbs'

// Keys travel as a parameter: as part of a path, `..`, `//` and a slash at the end would not arrive as they were.
const withParameter = (path: string, name: string, value: string) =>
  value === '' ? path : `${path}?${name}=${encodeURIComponent(value)}`

export const bucketHref = (bucket: string) => `/s3/buckets/${encodeURIComponent(bucket)}`
export const folderHref = (bucket: string, prefix: string) => withParameter(bucketHref(bucket), 'prefix', prefix)
export const uploadHref = (bucket: string, prefix: string) =>
  withParameter(`${bucketHref(bucket)}/upload`, 'prefix', prefix)
export const objectHref = (bucket: string, key: string) => withParameter(`${bucketHref(bucket)}/object`, 'key', key)
export const downloadHref = (bucket: string, key: string) => withParameter(`${bucketHref(bucket)}/download`, 'key', key)
export const putHref = (bucket: string, key: string) => withParameter(`${bucketHref(bucket)}/put`, 'key', key)

export const bucketArn = (bucket: string) => `arn:aws:s3:::${bucket}`
export const s3Uri = (bucket: string, key = '') => `s3://${bucket}/${key}`

/** Where S3's own API answers for the object; whoever asks there must sign. */
export const objectUrl = (origin: string, bucket: string, key: string) =>
  `${origin}/aws/${bucket}/${key.split('/').map(encodeURIComponent).join('/')}`

/** `a/`, `a/b/` for `a/b/c.txt`; a part may be empty, as in `a//c.txt`. */
export function foldersOf(key: string): string[] {
  return [...key.matchAll(/\//g)].map((slash) => key.slice(0, slash.index + 1))
}

/** What stands behind the folder: `b/` or `c.txt`. */
export function lastPart(key: string): string {
  const end = key.endsWith('/') ? key.length - 1 : key.length
  return key.slice(key.lastIndexOf('/', end - 1) + 1) || key
}

/** The way to a folder of a bucket, or to a page about what is in it. */
export function bucketCrumbs(bucket: string, prefix: string, page?: string): Crumb[] {
  const crumbs: Crumb[] = [
    { label: 'S3', href: '/s3' },
    { label: bucket, href: bucketHref(bucket) },
    ...foldersOf(prefix).map((folder) => ({ label: lastPart(folder), href: folderHref(bucket, folder) })),
  ]
  return page === undefined ? crumbs : [...crumbs, { label: page }]
}
