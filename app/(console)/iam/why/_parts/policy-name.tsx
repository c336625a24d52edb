import { Link } from '@/components/ui/link'
import type { PolicySource } from '@/lib/gate/why'

/** A managed policy leads to its page; an inline one has none of its own. */
export function PolicyName({ source }: { source: PolicySource }) {
  if (!source.arn) return <b>{source.id}</b>
  return (
    <Link className="name-link" href={`/iam/policies/${encodeURIComponent(source.arn)}`}>
      {source.id.slice(source.id.lastIndexOf('/') + 1)}
    </Link>
  )
}
