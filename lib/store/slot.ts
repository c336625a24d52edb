import 'server-only'

// One thread is several module graphs (pages, routes, instrumentation), and each evaluates this file anew.
// What must exist once in a thread lives in this one slot on globalThis.
const key = Symbol.for('iam-dojo.slot')
const holder = globalThis as { [key]?: Map<string, unknown> }

/** The value of that name for the whole thread, made at its first use. */
export function once<T>(name: string, make: () => T): T {
  holder[key] ??= new Map()
  const slot = holder[key]
  if (!slot.has(name)) slot.set(name, make())
  return slot.get(name) as T
}

/** Forgets a value, so that its next use makes it again. */
export function forget(name: string): void {
  holder[key]?.delete(name)
}
