import 'server-only'

export { directory } from './directory'
export { isStoreError, isTaken, StoreError, TakenError } from './errors'
export { bufferEvent, flushEvents } from './event-buffer'
export { newEventId } from './ids'
export { read, write, writeData } from './transactions'
