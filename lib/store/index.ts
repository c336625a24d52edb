import 'server-only'

export { directory } from './directory'
export { isStoreError, isTaken } from './errors'
export { bufferEvent, flushEvents, writeEvents } from './event-buffer'
export { newEventId } from './ids'
export { deletePastEvents } from './past-events'
export { beginWriting, read, write, writeData, writeEmptying } from './transactions'
