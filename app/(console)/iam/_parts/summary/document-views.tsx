'use client'

import { useEffect, useState } from 'react'
import { JsonView } from '@/components/ui/json-view'
import { Segmented } from '@/components/ui/segmented'
import { Loading } from '@/components/ui/spinner'
import type { Summary, Unsummarized } from '@/lib/policy/summary'
import { summaryOf } from './load-summary'
import { ServicesTable } from './services-table'

type View = 'summary' | 'json'

/** A document as JSON or as its summary, which is asked for when somebody wants to see it. */
export function DocumentViews({ text, name, start = 'json' }: { text: string; name: string; start?: View }) {
  const [view, setView] = useState<View>(start)
  return (
    <div className="flex flex-col gap-2">
      <Segmented
        label={`View of ${name}`}
        value={view}
        onChange={(value) => setView(value === 'summary' ? 'summary' : 'json')}
        options={[
          { value: 'summary', label: 'Summary' },
          { value: 'json', label: 'JSON' },
        ]}
      />
      {view === 'json' ? (
        <JsonView text={text} label={`Document of ${name}`} maxHeight={320} />
      ) : (
        <LoadedSummary key={text} text={text} name={name} />
      )}
    </div>
  )
}

function LoadedSummary({ text, name }: { text: string; name: string }) {
  const [summary, setSummary] = useState<Summary | Unsummarized>()
  useEffect(() => {
    let isGone = false
    summaryOf(text).then((loaded) => {
      if (!isGone) setSummary(loaded)
    })
    return () => {
      isGone = true
    }
  }, [text])
  if (!summary) return <Loading>{`Loading the summary of ${name}`}</Loading>
  return <ServicesTable summary={summary} label={`Summary of ${name}`} />
}
