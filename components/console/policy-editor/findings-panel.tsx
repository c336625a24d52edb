'use client'

import { CircleX, Lightbulb, ShieldAlert, TriangleAlert } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { PanelTabs } from '@/components/ui/panel-tabs'
import type { Finding } from '@/lib/policy/types'
import { type FindingTab, findingsIn, findingTabs, findingTitle, tabLabels } from './severity'

export const tabIcons = {
  security: ShieldAlert,
  errors: CircleX,
  warnings: TriangleAlert,
  suggestions: Lightbulb,
} as const

const openingOrder = ['errors', ...findingTabs] as const

export type FindingsPanelProps = {
  findings: readonly Finding[]
  /** Moves the editor's cursor there. */
  onGoTo: (offset: number) => void
  /** At most one small button: a quick fix for this finding. */
  fixFor?: (finding: Finding) => ReactNode
  /** Why there are fewer checks than usual. */
  notice?: ReactNode
}

/** What the checks found, in four tabs. Opens at the errors, which must go; else at the first tab with something to say. */
export function FindingsPanel({ findings, onGoTo, fixFor, notice }: FindingsPanelProps) {
  const [chosen, choose] = useState<FindingTab | null>(null)
  const speaking = openingOrder.find((tab) => findingsIn(tab, findings).length > 0)
  const tabs = findingTabs.map((tab) => {
    const found = findingsIn(tab, findings)
    const Icon = tabIcons[tab]
    const label = (
      <>
        {found.length > 0 && <Icon size={14} aria-hidden="true" />}
        {tabLabels[tab]}
      </>
    )
    return { id: tab, label, count: found.length, content: <FindingList {...{ tab, found, onGoTo, fixFor }} /> }
  })
  const current = chosen ?? speaking ?? 'security'
  return (
    <section className="card findings" aria-label="Findings">
      {notice && <div className="finding-notice">{notice}</div>}
      <PanelTabs
        label="Findings"
        tabs={tabs}
        current={current}
        onChange={(id) => choose(tabs.find((tab) => tab.id === id)?.id ?? null)}
      />
    </section>
  )
}

type FindingListProps = Omit<FindingsPanelProps, 'findings' | 'notice'> & { tab: FindingTab; found: readonly Finding[] }

function FindingList({ tab, found, onGoTo, fixFor }: FindingListProps) {
  if (found.length === 0) return <p className="finding-none">No {tab === 'security' ? 'security warnings' : tab}.</p>
  return (
    <ul className="finding-list">
      {found.map((finding) => (
        <li key={`${finding.code} ${finding.span.start.offset} ${finding.path.join('/')}`} className="finding">
          <button type="button" className="inline-link" onClick={() => onGoTo(finding.span.start.offset)}>
            Ln {finding.span.start.line}, Col {finding.span.start.column}
          </button>
          <div>
            <b>{findingTitle(finding)}</b>
            <p>
              {finding.message} {finding.advice}
            </p>
          </div>
          {fixFor?.(finding)}
        </li>
      ))}
    </ul>
  )
}
