import 'server-only'
import { database } from './client'
import { appendEvents, type NewEvent } from './events'
import { once } from './slot'

// A batch blocks the thread that writes it, so batches stay small.
const enough = 100
/** What comes while enough wait for their turn is written with them. */
const most = 128
const longestWait = 150
/** So many may be on their way to the thread that writes; one that cannot keep up is helped. */
const mostAway = 5_000

type Events = (NewEvent & { accountId: string })[]

type Buffer = { waiting: Events; timer: NodeJS.Timeout | null; writing: Set<Promise<void>>; away: number }

/** Set in a thread whose events another one writes; see docs/decisions/0012. */
const elsewhere = Symbol.for('iam-dojo.write-elsewhere')
const holder = globalThis as { [elsewhere]?: (events: Events) => Promise<void> }

const buffer = () =>
  once<Buffer>('event-buffer', () => {
    writeBeforeStopping()
    return { waiting: [], timer: null, writing: new Set(), away: 0 }
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
export async function flushEvents(): Promise<void> {
  const own = buffer()
  if (own.timer) clearTimeout(own.timer)
  own.timer = null
  for (const events of batches(own.waiting.splice(0))) {
    const written = writeBatch(own, events)
    own.writing.add(written)
    void written.then(() => own.writing.delete(written))
  }
  await Promise.all(own.writing)
}

const batches = (events: Events) =>
  Array.from({ length: Math.ceil(events.length / most) }, (_, at) => events.slice(at * most, (at + 1) * most))

/** Has a batch written in this thread. */
export const writeEvents = (events: Events): Promise<void> => appendEvents(database(), events)

async function writeBatch(own: Buffer, events: Events): Promise<void> {
  const give = own.away + events.length <= mostAway ? holder[elsewhere] : undefined
  if (give) own.away += events.length
  try {
    await (give ?? writeEvents)(events)
  } catch (error) {
    console.error('Events of read calls were lost:', error)
  } finally {
    if (give) own.away -= events.length
  }
}
