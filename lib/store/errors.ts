import 'server-only'

const brand = Symbol.for('iam-dojo.store-error')

/**
 * What the database refused. `taken`: the name or ID exists already. `missing`: the parent row does not exist.
 * `in-use`: other rows still need this one.
 */
export class StoreError extends Error {
  override name = 'StoreError'
  readonly [brand] = true
  constructor(
    readonly kind: 'taken' | 'missing' | 'in-use',
    readonly what: string,
  ) {
    super(`${what}: ${kind}`)
  }
}

/** The name or ID exists already. */
export class TakenError extends StoreError {
  override name = 'TakenError'
  constructor(what: string) {
    super('taken', what)
  }
}

/** By brand and not by class: the error may come from another copy of this module. */
export function isStoreError(error: unknown): error is StoreError {
  return typeof error === 'object' && error !== null && brand in error
}

export function isTaken(error: unknown): error is TakenError {
  return isStoreError(error) && error.kind === 'taken'
}

/** Runs one write and turns the database's refusals into ours. */
export async function refusing<T>(
  what: string,
  write: Promise<T>,
  broken: 'missing' | 'in-use' = 'missing',
): Promise<T> {
  try {
    return await write
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
    if (code === 'P2002') throw new TakenError(what)
    if (code === 'P2003') throw new StoreError(broken, what)
    throw error
  }
}
