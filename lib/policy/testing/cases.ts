// Reads the case files: fills in names from `defaults.json`, spells out short sentences such as
// `allow s3:GetObject on arn:aws:s3:::b/* to alice`, and turns one-fact cases into whole questions.
import { readdirSync, readFileSync } from 'node:fs'
import type { Documents } from '../reference'
import type { LayerName, LayerResult, Principal, Request, Verdict } from '../types'

type Json = string | number | boolean | null | Json[] | { [key: string]: Json }
type Document = string | { [key: string]: Json } | { [key: string]: Json }[]
type Ask = {
  principal?: string
  action?: string
  resource?: string
  account?: string
  context?: Record<string, string | string[]>
  needsResourcePolicy?: boolean
  resourceInManagementAccount?: boolean
}
type Written = {
  name: string
  seen?: string
  ask?: Ask
  identity?: Document[]
  boundary?: Document[]
  session?: Document[]
  resourcePolicy?: Document
  trust?: Document
  scps?: Document[][]
  rcps?: Document[][]
  expect?: Expectation
  version?: string | null
  condition?: Record<string, Json>
  context?: Ask['context']
  holds?: boolean
  actions?: string | string[]
  notActions?: string | string[]
  action?: string
  resources?: string | string[]
  notResources?: string | string[]
  resource?: string
  matches?: boolean
  entry?: Json
  notEntry?: Json
  caller?: string
}
type Expectation = {
  effect: Verdict
  layer?: LayerName | null
  because?: string[]
  layers?: Partial<Record<LayerName, LayerResult>>
}
type Defaults = {
  account: string
  principals: Record<string, Principal>
  grantees: Record<string, Json>
  documents: Record<string, Document>
}

export type Case = {
  file: string
  name: string
  seen: string
  request: Request
  documents: Documents
  expect: Expectation
}

const folder = new URL('../cases/', import.meta.url)
const read = (file: string): unknown => JSON.parse(readFileSync(new URL(file, folder), 'utf8'))
const defaults = read('defaults.json') as Defaults

export function readCases(): Case[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json') && file !== 'defaults.json')
  return files.sort().flatMap((file) => {
    const { seen, cases } = read(file) as { seen: string; cases: Written[] }
    return cases.flatMap((written) => spellOut({ seen, ...written })).map((each) => ({ file, ...each }))
  })
}

type Whole = Omit<Case, 'file'>

/** One written case gives one question, or two where a fact has to hold in an Allow and in a Deny alike. */
function spellOut(written: Written & { seen: string }): Whole[] {
  if (written.expect) return [whole(written, written.expect)]
  const { entry, notEntry, matches, holds = matches } = written
  if (entry !== undefined || notEntry !== undefined) {
    const named: { [key: string]: Json } =
      entry === undefined ? { NotPrincipal: notEntry ?? null } : { Principal: entry }
    const resourcePolicy = { Effect: 'Deny', ...named, Action: '*', Resource: '*' }
    const open: Written & { seen: string } = { ...written, identity: ['allow-all'], resourcePolicy }
    const effect = isTrusted(callerOf(written.caller)) ? 'allowed' : 'implicitDeny'
    return [whole({ ...open, ask: { principal: written.caller } }, { effect: matches ? 'explicitDeny' : effect })]
  }
  const statement = oneFact(written)
  const version = written.version === undefined ? '2012-10-17' : written.version
  const wrap = (body: Json): Document =>
    version === null ? { Statement: body } : { Version: version, Statement: body }
  const { action = 's3:GetObject', resource = 'arn:aws:s3:::reports/may.csv', context = {} } = written
  const asked = { ...written, ask: { action, resource, context } }
  return [
    whole(
      { ...asked, name: `${written.name} (allow)`, identity: [wrap({ Effect: 'Allow', ...statement })] },
      { effect: holds ? 'allowed' : 'implicitDeny' },
    ),
    whole(
      { ...asked, name: `${written.name} (deny)`, identity: ['allow-all', wrap({ Effect: 'Deny', ...statement })] },
      { effect: holds ? 'explicitDeny' : 'allowed' },
    ),
  ]
}

function oneFact({ actions, notActions, resources, notResources, condition }: Written): { [key: string]: Json } {
  return {
    ...(notActions === undefined ? { Action: actions ?? '*' } : { NotAction: notActions }),
    ...(notResources === undefined ? { Resource: resources ?? '*' } : { NotResource: notResources }),
    ...(condition === undefined ? {} : { Condition: condition }),
  }
}

function whole(written: Written & { seen: string }, expect: Expectation): Whole {
  const { ask = {}, trust, resourcePolicy } = written
  const list = (documents: Document[] | undefined) => documents?.map((document) => textOf(document))
  const request: Request = {
    principal: callerOf(ask.principal),
    action: ask.action ?? (trust === undefined ? 's3:GetObject' : 'sts:AssumeRole'),
    resource:
      ask.resource ?? (trust === undefined ? 'arn:aws:s3:::reports/may.csv' : 'arn:aws:iam::111122223333:role/target'),
    resourceAccount: ask.account ?? defaults.account,
    context: new Map(Object.entries(ask.context ?? {}).map(([key, value]) => [key.toLowerCase(), value])),
    needsResourcePolicy: ask.needsResourcePolicy ?? trust !== undefined,
    ...(ask.resourceInManagementAccount ? { resourceInManagementAccount: true } : {}),
  }
  const documents: Documents = {
    identity: list(written.identity) ?? [],
    ...(written.boundary && { boundary: list(written.boundary) ?? [] }),
    ...(written.session && { session: list(written.session) ?? [] }),
    ...(resourcePolicy !== undefined && { resource: textOf(resourcePolicy) }),
    ...(trust !== undefined && { trust: textOf(trust, true) }),
    ...(written.scps && { scps: written.scps.map((level) => level.map((document) => textOf(document))) }),
    ...(written.rcps && { rcps: written.rcps.map((level) => level.map((document) => textOf(document))) }),
  }
  return { name: written.name, seen: written.seen, request, documents, expect }
}

function callerOf(name = 'alice'): Principal {
  const principal = defaults.principals[name]
  if (!principal) throw new Error(`No principal is called ${name}.`)
  return principal
}

/** Somebody for whom `allow-all` in an identity policy is enough. */
const isTrusted = (caller: Principal) =>
  (caller.kind === 'root' || caller.kind === 'user' || caller.kind === 'role') && caller.account === defaults.account

/** A document may be a name, a sentence, a whole document, or only its statements. */
function textOf(document: Document, isTrust = false): string {
  if (typeof document === 'string') {
    const named = defaults.documents[document]
    if (named !== undefined) return textOf(named, isTrust)
    return document.startsWith('{') ? document : textOf([sentence(document, isTrust)])
  }
  if (Array.isArray(document) || !('Statement' in document)) {
    return JSON.stringify({ Version: '2012-10-17', Statement: document })
  }
  return JSON.stringify(document)
}

function sentence(text: string, isTrust: boolean): { [key: string]: Json } {
  const words = /^(allow|deny) (\S+)(?: on (\S+))?(?: to (\S+))?$/.exec(text)
  if (!words) throw new Error(`Neither a document's name nor a sentence: ${text}`)
  const [, effect, actions = '', resources = '*', grantee] = words
  const principal = grantee === undefined ? undefined : defaults.grantees[grantee]
  if (grantee !== undefined && principal === undefined) throw new Error(`No grantee is called ${grantee}.`)
  return {
    Effect: effect === 'allow' ? 'Allow' : 'Deny',
    ...(principal === undefined ? {} : { Principal: principal }),
    Action: actions.split(','),
    ...(isTrust ? {} : { Resource: resources.split(',') }),
  }
}
