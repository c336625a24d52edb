import 'server-only'
import { database } from './client'
import { appendEvents, type NewEvent } from './events'
import { once } from './slot'

// A batch blocks the thread that writes it, so batches stay small.
const enough = 100
/** What comes while enough wait for their turn is written with them. */
const most = 128
const longestWait = 150

type Events = (NewEvent & { accountId: string })[]

type Buffer = { waiting: Events; timer: NodeJS.Timeout | null; writing: Promise<void> }

/** Set in a thread whose events another one writes; see docs/decisions/0012. */
const elsewhere = Symbol.for('iam-dojo.write-elsewhere')
const holder = globalThis as { [elsewhere]?: (events: Events) => Promise<void> }

const buffer = () =>
  once<Buffer>('event-buffer', () => {
    writeBeforeStopping()
    return { waiting: [], timer: null, writing: Promise.resolve() }
  })

/** Each thread of the server runs what stands in its slot after its last answer. */
function writeBeforeStopping() {
  const slot = Symbol.for('iam-dojo.stopping')
  const holder = globalThis as { [slot]?: Set<() => Promise<void>> }
  holder[slot] ??= new Set()
  holder[slot].add(flushEvents)
}

/** Takes an event that may wait: it mostly reaches the database within 200 ms, together with others. */
export function bufferEvent(accountId: string, event: NewEvent): void {
  const own = buffer()
  own.waiting.push({ accountId, ...event })
  // Not here, in the middle of a crowd of calls.
  if (own.waiting.length === enough) setImmediate(() => void flushEvents())
  else own.timer ??= setTimeout(() => void flushEvents(), longestWait).unref()
}

/** Writes what waits; the promise ends when all that was taken before is in the database. Never rejects. */
export function flushEvents(): Promise<void> {
  const own = buffer()
  if (own.timer) clearTimeout(own.timer)
  own.timer = null
  const events = own.waiting.splice(0)
  if (events.length > 0) own.writing = own.writing.then(() => writeBatches(events))
  return own.writing
}

/** Has a batch written in this thread. */
export const writeEvents = (events: Events): Promise<void> => appendEvents(database(), events)

async function writeBatches(events: Events): Promise<void> {
  for (let start = 0; start < events.length; start += most) {
    try {
      await (holder[elsewhere] ?? writeEvents)(events.slice(start, start + most))
    } catch (error) {
      console.error('Events of read calls were lost:', error)
    }
  }
}
