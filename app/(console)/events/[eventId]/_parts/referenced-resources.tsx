import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { Arn } from '@/components/ui/text'

type Resource = { type: string; name: string }

/** What the call named. Where the console has a page for it, the name leads there, whether or not it still exists. */
export function ReferencedResources({ resources }: { resources: readonly Resource[] }) {
  if (resources.length === 0) return null
  return (
    <Card title="Resources referenced" counter={resources.length}>
      <ul className="flex flex-col gap-2">
        {resources.map((resource) => (
          <li key={`${resource.type} ${resource.name}`} className="flex flex-wrap gap-x-4">
            <span className="w-44 text-text-2">{resource.type}</span>
            <Name {...resource} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Name({ type, name }: Resource) {
  const href = hrefOf(type, name)
  const text = name.startsWith('arn:') ? <Arn>{name}</Arn> : name
  return href ? (
    <Link className="name-link" href={href}>
      {text}
    </Link>
  ) : (
    <span>{text}</span>
  )
}

function hrefOf(type: string, name: string): string | undefined {
  const last = encodeURIComponent(name)
  if (type === 'AWS::IAM::User') return `/iam/users/${last}`
  if (type === 'AWS::IAM::Group') return `/iam/groups/${last}`
  if (type === 'AWS::IAM::Policy' && name.startsWith('arn:')) return `/iam/policies/${last}`
  return undefined
}
