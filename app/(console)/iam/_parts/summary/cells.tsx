import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { Nothing } from '@/components/ui/key-values'
import { Arn } from '@/components/ui/text'
import type { Access, ActionRow, Extent, ServiceRow, Unsummarized } from '@/lib/policy/summary'

/** Why there is only the JSON. */
export const withoutSummary: Record<Unsummarized, string> = {
  unreadable: 'This document cannot be read as a policy, so there is nothing to sum up.',
  principal: 'A document with Principal or NotPrincipal has no summary. Read its JSON.',
  'not-resource': 'A document with NotResource has no summary. Read its JSON.',
  nothing: 'This policy grants nothing and denies nothing.',
}

/** `Full: List, Read Limited: Write`. */
export function AccessCell({ access }: { access: Access }): ReactNode {
  switch (access.kind) {
    case 'full':
      return 'Full access'
    case 'none':
      return <Nothing>None</Nothing>
    case 'no-actions':
      return <Warned>No actions are defined</Warned>
    case 'unknown':
      return null
    case 'levels':
      return (
        <div className="min-w-40 whitespace-normal">
          {access.full.length > 0 && (
            <span className="mr-3">
              <b>Full:</b> {access.full.join(', ')}
            </span>
          )}{' '}
          {access.limited.length > 0 && (
            <span>
              <b>Limited:</b> {access.limited.join(', ')}
            </span>
          )}
        </div>
      )
  }
}

/** For sorting and searching, and wherever only words fit. */
export function accessText(access: Access): string {
  if (access.kind === 'full') return 'Full access'
  if (access.kind !== 'levels') return 'None'
  const { full, limited } = access
  return [full.length > 0 && `Full: ${full.join(', ')}`, limited.length > 0 && `Limited: ${limited.join(', ')}`]
    .filter(Boolean)
    .join(' ')
}

export const resourceWords = (extent: Extent) => extentWords(extent, 'All resources')
export const conditionWords = (extent: Extent) => extentWords(extent, 'None')

function extentWords(extent: Extent, all: string): string {
  if (extent.kind === 'one') return extent.text
  return extent.kind === 'all' ? all : 'Multiple'
}

export function ResourceCell({ row }: { row: ServiceRow }): ReactNode {
  const words = <ExtentCell words={resourceWords(row.resource)} />
  if (row.hasActionsWithoutResource) return <Warned title="Some actions have no applicable resource.">{words}</Warned>
  if (row.hasResourcesWithoutAction) return <Warned title="Some resources have no applicable action.">{words}</Warned>
  return words
}

export function ExtentCell({ words }: { words: string }) {
  return words.startsWith('arn:') ? <Arn>{words}</Arn> : words
}

export function ConditionCell({ condition }: { condition: Extent }): ReactNode {
  return condition.kind === 'all' ? <Nothing>None</Nothing> : conditionWords(condition)
}

/** The same for a service, whose actions need not know the keys of its conditions. */
export function ServiceConditionCell({ row }: { row: ServiceRow }): ReactNode {
  const words = conditionWords(row.condition)
  if (row.hasConditionsWithoutAction) return <Warned title="Some conditions have no applicable action.">{words}</Warned>
  if (row.hasActionsWithoutCondition) return <Warned title="Some actions have no applicable condition.">{words}</Warned>
  return <ConditionCell condition={row.condition} />
}

/** What keeps a named action from working. */
export function actionWarning({ isNamed, isEffective, needsAllResources }: ActionRow): string | null {
  if (!isNamed || isEffective) return null
  return needsAllResources
    ? 'This action cannot be limited to resources: it needs "Resource": "*".'
    : 'None of the resources is one that this action works on.'
}

export function Warned({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-1.5" title={title}>
      <TriangleAlert size={14} aria-hidden="true" className="shrink-0 text-warn" />
      <span>
        {children}
        {title && <span className="sr-only"> ({title})</span>}
      </span>
    </span>
  )
}
