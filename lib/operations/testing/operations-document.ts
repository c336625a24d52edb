import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as iamSdk from '@aws-sdk/client-iam'
import * as stsSdk from '@aws-sdk/client-sts'
import { actionCatalogue } from '@/lib/aws/catalogue/actions'
import { findOperation, operations } from '../index'

const folder = join(import.meta.dirname, '..')
const sdks = { iam: iamSdk, sts: stsSdk }

/** docs/operations.md: every operation of IAM and STS, built or not, and the others that exist. */
export function operationsDocument(): string {
  const others = operations.filter(({ service }) => !(service in sdks))
  const counts = Object.keys(sdks).map((service) => {
    const all = commandsOf(service as keyof typeof sdks)
    return `${all.filter((name) => findOperation(service, name)).length} of ${all.length} of ${service.toUpperCase()}`
  })
  return `${[
    '# Operations',
    'Made from the code by `npx vitest run lib/operations/operations-document.test.ts -u`; a test keeps it true.',
    `Built: ${counts.join(', ')}, and ${others.length} of other services. What is not built answers InvalidAction, as AWS does for an action that it does not know.`,
    'Resources are those that a policy may name (`*`: none, only `"Resource": "*"` allows it); keys are the condition keys of the action beside the global ones.',
    ...Object.keys(sdks).flatMap((service) => [
      `## ${service.toUpperCase()}`,
      table(service, commandsOf(service as keyof typeof sdks)),
    ]),
    ...[...new Set(others.map(({ service }) => service))].flatMap((service) => [
      `## ${service}`,
      table(
        service,
        others.filter((operation) => operation.service === service).map(({ name }) => name),
      ),
    ]),
  ].join('\n\n')}\n`
}

/** The SDK has one command class for each operation. */
function commandsOf(service: keyof typeof sdks): string[] {
  const names = Object.keys(sdks[service]).filter((name) => /^[A-Z]\w+Command$/.test(name))
  return names.map((name) => name.slice(0, -'Command'.length)).sort()
}

function table(service: string, names: readonly string[]): string {
  const rows = names.map((name) => {
    const isBuilt = findOperation(service, name) !== undefined
    const cells = [name, isBuilt ? 'yes' : '–', resourcesOf(service, name), keysOf(service, name)]
    return `| ${[...cells, isBuilt ? testOf(service, name) : '–'].join(' | ')} |`
  })
  return ['| operation | built | resources | condition keys | test |', '|---|---|---|---|---|', ...rows].join('\n')
}

function resourcesOf(service: string, name: string): string {
  const action = actionCatalogue().action(`${service}:${name}`)
  if (!action) return '–'
  return action.resourceTypes.map((type) => `${type.name}${type.isRequired ? '' : '?'}`).join(', ') || '\\*'
}

function keysOf(service: string, name: string): string {
  const action = actionCatalogue().action(`${service}:${name}`)
  if (!action) return '–'
  const keys = [...action.conditionKeys, ...action.resourceTypes.flatMap(({ conditionKeys }) => conditionKeys)]
  // Those of a role or user that is assumed by a token name every provider there is; the first ones say enough.
  const own = [...new Set(keys)].sort()
  const shown = own.slice(0, 8).map((key) => `\`${key}\``)
  return `${shown.join(', ')}${own.length > shown.length ? ` and ${own.length - shown.length} more` : ''}` || '–'
}

const tests = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.ts'))
  .map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') }))

/** The test that speaks most of the operation, among those that import its file. */
function testOf(service: string, name: string): string {
  const file = operationFiles.get(`${service} ${name}`.toLowerCase())
  const importers = tests.filter(({ file: test, text }) =>
    [...text.matchAll(/from '(\.[^']+)'/g)].some(([, path = '']) => join(test, '..', path) === file),
  )
  const mentions = ({ text }: { text: string }) => text.toLowerCase().split(name.toLowerCase()).length
  const [most] = importers.sort((a, b) => mentions(b) - mentions(a))
  return most?.file ?? 'everyone-is-asked.test.ts'
}

/** `iam createuser` to `iam/create-user`. */
const operationFiles = new Map(
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => [file.replace(/\.ts$/, '').replace('/', ' ').replaceAll('-', ''), file.replace(/\.ts$/, '')]),
)
