import 'server-only'

// Server actions are public endpoints: whoever forges a call may send anything in place of what their types promise. What
// goes to an operation is checked at the door; these are for what an action looks at itself. Strangers' values are left out.

/** More than any page can send, and few enough to work through. */
const mostItems = 1_000

/** The texts of a list. */
export function texts(given: readonly string[]): string[] {
  return listOf(given).filter((item) => typeof item === 'string')
}

/** The objects of a list. */
export function objects<Item extends object>(given: readonly Item[]): Item[] {
  return listOf(given).filter((item) => typeof item === 'object' && item !== null)
}

/** A field of a form, cut to what anybody types; a file in its place is as good as nothing. */
export function field(form: FormData, name: string): string {
  const value = form instanceof FormData ? form.get(name) : null
  return typeof value === 'string' ? value.slice(0, 2048) : ''
}

export function text(given: string): string {
  return typeof given === 'string' ? given : ''
}

/** An object's members; what is no object has none. */
export function members<Whole extends object>(given: Whole): Partial<Whole> {
  return typeof given === 'object' && given !== null ? given : {}
}

function listOf<Item>(given: readonly Item[]): Item[] {
  return Array.isArray(given) ? given.slice(0, mostItems) : []
}
