import type { Finding, FindingType } from '@/lib/policy/types'

export type { Finding }

/** The tabs of the findings panel; hints stand among the suggestions. */
export const findingTabs = ['security', 'errors', 'warnings', 'suggestions'] as const
export type FindingTab = (typeof findingTabs)[number]

export const tabLabels: Record<FindingTab, string> = {
  security: 'Security',
  errors: 'Errors',
  warnings: 'Warnings',
  suggestions: 'Suggestions',
}

const tabOfType: Record<FindingType, FindingTab> = {
  SECURITY_WARNING: 'security',
  ERROR: 'errors',
  WARNING: 'warnings',
  SUGGESTION: 'suggestions',
  HINT: 'suggestions',
}

export const tabOf = (finding: Finding): FindingTab => tabOfType[finding.type]

export function findingsIn(tab: FindingTab, findings: readonly Finding[]): readonly Finding[] {
  return findings.filter((finding) => tabOf(finding) === tab)
}

/** `1 security`, `2 errors`: for the status bar. */
export function countWords(tab: FindingTab, count: number): string {
  if (tab === 'security') return `${count} security`
  return `${count} ${count === 1 ? tab.slice(0, -1) : tab}`
}

/** `INVALID_ACTION` as a title: `Invalid action`. */
export function findingTitle({ code }: Finding): string {
  const words = code.toLowerCase().replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
