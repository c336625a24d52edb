import { Card } from '@/components/ui/card'
import { JsonView } from '@/components/ui/json-view'
import type { OutputOf } from '@/lib/operations/define'
import type { getObject } from '@/lib/operations/s3/get-object'
import { readableText } from '../readable-text'

type Props = { name: string; object: OutputOf<typeof getObject> }

/** What is in the object, as text and never as a page. */
export function ObjectText({ name, object }: Props) {
  const read = readableText(object.Body, object.ContentType)
  if ('reason' in read) {
    return (
      <Card title="Content">
        <p className="text-text-2">{read.reason}</p>
      </Card>
    )
  }
  const label = `Content of ${name}`
  return (
    <Card title="Content" flush>
      {/\bjson\b/.test(object.ContentType) || name.endsWith('.json') ? (
        <JsonView text={read.text} label={label} maxHeight={520} />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
        <section className="max-h-130 overflow-auto px-4 m:px-5 py-3" aria-label={label} tabIndex={0}>
          <pre className="mono">{read.text}</pre>
        </section>
      )}
    </Card>
  )
}
