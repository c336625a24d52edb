import type { Metadata } from 'next'
import { Page } from '@/components/console/page'
import type { SearchParams } from '@/components/console/table-state'
import { Card } from '@/components/ui/card'
import { KeyResults } from './_parts/key-results'
import { GroupResults, PolicyResults, UserResults } from './_parts/name-results'
import { SearchForm } from './_parts/search-form'
import { TaskResults } from './_parts/task-results'

export const metadata: Metadata = { title: 'Search' }

// AWS: an access key is found by its whole ID alone.
const isAccessKeyId = (text: string) => /^A[KS]IA[A-Z0-9]{16}$/.test(text)

export default async function SearchPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { q } = await searchParams
  const query = String(Array.isArray(q) ? q[0] : (q ?? ''))
    .trim()
    .slice(0, 128)
  return (
    <Page
      crumbs={[{ label: 'IAM', href: '/iam' }, { label: 'Search' }]}
      title={query === '' ? 'Search IAM' : `Search results for “${query}”`}
      help="search"
    >
      <Card>
        <SearchForm query={query} />
      </Card>
      {isAccessKeyId(query) ? <KeyResults id={query} /> : query !== '' && <NameResults query={query} />}
    </Page>
  )
}

/** Each kind by its own call: one may be refused while the others answer. */
function NameResults({ query }: { query: string }) {
  return (
    <>
      <TaskResults query={query} />
      <UserResults query={query} slim={false} />
      <GroupResults query={query} slim />
      <PolicyResults query={query} slim />
    </>
  )
}
