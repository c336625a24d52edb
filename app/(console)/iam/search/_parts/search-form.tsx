import { Search } from 'lucide-react'
import Form from 'next/form'
import { Button } from '@/components/ui/button'

/** The same search as in the bar and in the navigation, with what was searched for. */
export function SearchForm({ query }: { query: string }) {
  return (
    <search>
      <Form action="/iam/search" prefetch={false} className="flex gap-2">
        <span className="input-group flex-1">
          <Search size={16} aria-hidden="true" />
          <input
            key={query}
            name="q"
            type="search"
            className="input"
            aria-label="Search users, groups, policies and tasks"
            placeholder="A name, a task, or a whole access key ID"
            defaultValue={query}
            maxLength={128}
          />
        </span>
        <Button type="submit">Search</Button>
      </Form>
    </search>
  )
}
