import 'server-only'
import { readFile, writeFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { invalidInput } from '@/lib/aws/errors'
import { operate } from '@/lib/gate/perform'
import type { OperatorOperation } from '@/lib/operations/define'
import { createAccount } from '@/lib/operations/operator/create-account'
import { deleteAccount } from '@/lib/operations/operator/delete-account'
import { exportAccount } from '@/lib/operations/operator/export-account'
import { importAccount } from '@/lib/operations/operator/import-account'
import { listAccounts } from '@/lib/operations/operator/list-accounts'
import { removeRootMfa } from '@/lib/operations/operator/remove-root-mfa'
import { resetAccount } from '@/lib/operations/operator/reset-account'
import { deletePastEvents } from '@/lib/store'
import { atTheMachine, operatorWorld } from './operator-world'

export { isAwsError } from '@/lib/aws/errors'
export { closeDatabase } from '@/lib/store/client'

export const usage = `npm run -s operator -- account <verb> [--json]

  create [JSON] --email ADDRESS [--id 12DIGITS] [--alias NAME] [--password TEXT]
         [--access-key | --access-key-id ID --secret-access-key TEXT]
  list
  reset  ID
  remove-root-mfa ID      where root's devices are lost
  export ID [FILE]        to standard output without a file
  import FILE             from standard input where the file is -
  delete ID

JSON is { "id", "alias", "email", "password", "accessKey": { "id", "secret" } or true }, or - for standard input.`

const options = {
  json: { type: 'boolean' },
  id: { type: 'string' },
  alias: { type: 'string' },
  email: { type: 'string' },
  password: { type: 'string' },
  file: { type: 'string' },
  'access-key': { type: 'boolean' },
  'access-key-id': { type: 'string' },
  'secret-access-key': { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const

type Line = ReturnType<typeof parse>
const parse = (args: string[]) => parseArgs({ args, options, allowPositionals: true })

type Verb = (line: Line, words: string[]) => Promise<unknown>

const call = <In, Out>(operation: OperatorOperation<In, Out>, input: unknown) =>
  operate(operation, input, operatorWorld(atTheMachine('iam-dojo operator')))

const verbs: Record<string, Verb> = {
  create: async ({ values }, [json]) => call(createAccount, { ...(json && (await order(json))), ...flags(values) }),
  list: () => call(listAccounts, {}),
  reset: async ({ values }, [id]) => {
    const account = await call(resetAccount, { id: values.id ?? id })
    await deletePastEvents(0)
    return account
  },
  'remove-root-mfa': ({ values }, [id]) => call(removeRootMfa, { id: values.id ?? id }),
  delete: ({ values }, [id]) => call(deleteAccount, { id: values.id ?? id }),
  export: async ({ values }, words) => {
    const [id, file] = values.id === undefined ? words : [values.id, ...words]
    const dump = await call(exportAccount, { id })
    const target = values.file ?? file
    if (target === undefined) return dump
    // It holds password hashes and sealed keys: for its owner's eyes.
    await writeFile(target, `${JSON.stringify(dump)}\n`, { mode: 0o600 })
    return { id, file: target }
  },
  import: async ({ values }, [file = '-']) => {
    const dump = await order(values.file ?? file, true)
    return call(importAccount, { id: values.id ?? (dump.account as { id?: unknown } | undefined)?.id, dump })
  },
}

/** Runs one command line; gives what to print. Errors are thrown. */
export async function operatorCommand(args: string[]): Promise<{ output: string; json: boolean }> {
  const line = parse(args)
  const [noun, verb = '', ...words] = line.positionals
  const json = line.values.json ?? false
  const run = noun === 'account' && Object.hasOwn(verbs, verb) ? verbs[verb] : undefined
  if (line.values.help || !run) {
    if (!line.values.help) throw invalidInput(`I do not know this command.\n\n${usage}`)
    return { output: usage, json }
  }
  const output = await run(line, words)
  const isDump = verb === 'export' && typeof output === 'object' && output !== null && 'tables' in output
  return { output: json || isDump ? JSON.stringify(output) : inWords(output), json }
}

function flags(values: Line['values']) {
  const { id, alias, email, password } = values
  const keyId = values['access-key-id']
  const secret = values['secret-access-key']
  const accessKey = keyId || secret ? { id: keyId, secret } : values['access-key']
  return Object.fromEntries(
    Object.entries({ id, alias, email, password, accessKey }).filter(([, value]) => value !== undefined),
  )
}

/** JSON from the command line itself, from a file, or from standard input. */
async function order(source: string, isFile = false): Promise<Record<string, unknown>> {
  const read = source === '-' ? text(process.stdin) : isFile ? readFile(source, 'utf8') : source
  try {
    return JSON.parse(await read) as Record<string, unknown>
  } catch (error) {
    if (error instanceof SyntaxError) throw invalidInput('This is not JSON.')
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw invalidInput(`There is no file ${source}.`)
    throw error
  }
}

/** For people: one line for each thing, `name: value`. */
function inWords(output: unknown): string {
  const { accounts } = output as { accounts?: Record<string, unknown>[] }
  if (accounts) return accounts.length === 0 ? 'No account yet.' : accounts.map(words).join('\n')
  return words(output as Record<string, unknown>)
}

const words = (thing: Record<string, unknown>) =>
  Object.entries(thing)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}: ${value instanceof Date ? value.toISOString() : plain(value)}`)
    .join('  ')

const plain = (value: unknown) =>
  typeof value === 'object' && value !== null ? Object.values(value).join(' ') : String(value)
