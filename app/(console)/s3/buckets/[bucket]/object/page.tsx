import { FileX } from 'lucide-react'
import type { Metadata } from 'next'
import { ask } from '@/app/door'
import { Page } from '@/components/console/page'
import type { SearchParams } from '@/components/console/table-state'
import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'
import { Copyable } from '@/components/ui/copy-button'
import { Empty } from '@/components/ui/empty'
import { KeyValues } from '@/components/ui/key-values'
import { Arn } from '@/components/ui/text'
import { fullTime } from '@/components/ui/time'
import type { OutputOf } from '@/lib/operations/define'
import { getObject } from '@/lib/operations/s3/get-object'
import { S3Refused } from '../../../_parts/s3-refused'
import { bucketArn, bucketCrumbs, folderHref, foldersOf, lastPart, s3Uri } from '../../../place'
import { sizeText } from '../../../size-text'
import { DownloadButton } from '../_parts/download-button'
import { ObjectText } from './_parts/object-text'

type Props = { params: Promise<{ bucket: string }>; searchParams: Promise<SearchParams> }

async function addressOf({ params, searchParams }: Props) {
  const { key } = await searchParams
  return { bucket: decodeURIComponent((await params).bucket), key: typeof key === 'string' ? key : '' }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: lastPart((await addressOf(props)).key) || 'Object' }
}

export default async function ObjectPage(props: Props) {
  const { bucket, key } = await addressOf(props)
  const folder = foldersOf(key.replace(/\/$/, '')).at(-1) ?? ''
  const crumbs = bucketCrumbs(bucket, folder, lastPart(key))
  const object = await ask(getObject, { Bucket: bucket, Key: key })
  if (!object.ok && !object.refusal.denial) {
    return (
      <Page crumbs={crumbs} title={lastPart(key)}>
        <Empty
          icon={FileX}
          title="No such object"
          action={<ButtonLink href={folderHref(bucket, folder)}>Back to the folder</ButtonLink>}
        >
          {object.refusal.message}
        </Empty>
      </Page>
    )
  }
  return (
    <Page
      crumbs={crumbs}
      title={<span className="whitespace-pre-wrap break-all">{lastPart(key)}</span>}
      help="objects"
      actions={<DownloadButton bucket={bucket} objectKey={key} />}
    >
      <Card title="Properties">
        {object.ok ? (
          <Properties bucket={bucket} objectKey={key} object={object.value} />
        ) : (
          <S3Refused refusal={object.refusal} wish="read this object" />
        )}
      </Card>
      {object.ok && <ObjectText name={lastPart(key)} object={object.value} />}
    </Page>
  )
}

type PropertiesProps = { bucket: string; objectKey: string; object: OutputOf<typeof getObject> }

function Properties({ bucket, objectKey, object }: PropertiesProps) {
  const copyable = (text: string, what: string) => (
    <Copyable text={text} what={what}>
      <span className="whitespace-pre-wrap">
        <Arn>{text}</Arn>
      </span>
    </Copyable>
  )
  return (
    <KeyValues
      columns={[
        [
          { key: 'Key', value: copyable(objectKey, 'key') },
          { key: 'S3 URI', value: copyable(s3Uri(bucket, objectKey), 'S3 URI') },
          { key: 'ARN', value: copyable(`${bucketArn(bucket)}/${objectKey}`, 'ARN') },
        ],
        [
          { key: 'Size', value: sizeText(object.ContentLength) },
          { key: 'Type', value: object.ContentType },
          { key: 'Last modified', value: fullTime(object.LastModified) },
          {
            key: 'Entity tag (ETag)',
            value: <code className="mono break-all">{object.ETag.replaceAll('"', '')}</code>,
          },
        ],
      ]}
    />
  )
}
