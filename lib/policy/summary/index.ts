/**
 * A policy's permission summary in three levels: its services, the actions of one of them, the resources of one action.
 * It says what the document by itself grants or denies; what somebody may really do is the engine's to decide.
 */

export type { Effect } from '../types'
export {
  type ActionRow,
  type ResourceRow,
  type ServiceSummary,
  summarizeAction,
  summarizeService,
} from './actions'
export type { Extent } from './extent'
export type { Unsummarized } from './grant'
export { type Access, accessLevels, type ServiceRow, type Summary, summarize } from './services'
