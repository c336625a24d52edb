import 'server-only'
import { AwsError } from '@/lib/aws/errors'
import type { RequestFacts } from '@/lib/caller/request-facts'
import { perform } from '@/lib/gate/perform'
import { findOperation } from '@/lib/operations'
import type { Operation } from '@/lib/operations/define'
import type { WireRequest, WireResponse } from '../message'
import type { Call, Protocol } from '../protocol'
import { element, textElement } from '../xml'
import { callerByToken } from './caller-by-token'
import { decodeInput } from './decode'
import { encodeMembers, facts as shapes } from './encode'
import { type Node, readForm } from './form'
import { refuse } from './refusals'

/** The services that speak this protocol, by the version that their calls name. */
const services: Record<string, { name: string; xmlns: string }> = {
  '2010-05-08': { name: 'iam', xmlns: 'https://iam.amazonaws.com/doc/2010-05-08/' },
  '2011-06-15': { name: 'sts', xmlns: 'https://sts.amazonaws.com/doc/2011-06-15/' },
}

/** AWS's Query protocol: a form in, XML out. Driven by the operations' own shapes; a new operation needs nothing here. */
export const query: Protocol = { answer, answerUnsigned, refuse, encodeError }

async function answer(call: Call): Promise<WireResponse> {
  const form = readForm(call.query, call.body)
  const { operation, service } = chosen(form)
  const input = decodeInput(operation.input, form)
  // AWS: where no signature is needed, one that is there counts for nothing.
  const caller = await callerByToken(operation, input, call.world)
  if (!caller && service.name !== call.service) {
    throw new AwsError(
      'SignatureDoesNotMatch',
      403,
      `Credential should be scoped to correct service: '${service.name}'. `,
    )
  }
  const world = caller ? { ...call.world, caller } : call.world
  return encoded(operation, await perform(operation, input, world), service.xmlns, world.requestId)
}

async function answerUnsigned(request: WireRequest, facts: RequestFacts): Promise<WireResponse> {
  const form = readForm(request.query, request.body)
  const known = findChosen(form)
  const input = known && decodeInput(known.operation.input, form)
  const caller = known && (await callerByToken(known.operation, input, facts))
  if (!known || !caller) throw refuse({ kind: 'unsigned' })
  const output = await perform(known.operation, input, { caller, ...facts })
  return encoded(known.operation, output, known.service.xmlns, facts.requestId)
}

function encoded({ name }: Operation, output: unknown, xmlns: string, requestId: string): WireResponse {
  const members = encodeMembers(output as object)
  const result = members || shapes.emptyResults.has(name) ? element(`${name}Result`, members) : ''
  const metadata = element('ResponseMetadata', textElement('RequestId', requestId))
  return xml(200, `<${name}Response xmlns="${xmlns}">${result}${metadata}</${name}Response>`, requestId)
}

const parameterOf = (form: Node, name: string) => form.children.get(name)?.value

/** What the form asks for; null where there is no such thing. */
function findChosen(form: Node) {
  const version = parameterOf(form, 'Version') ?? ''
  const service = Object.hasOwn(services, version) ? services[version] : undefined
  const operation = service && findOperation(service.name, parameterOf(form, 'Action') ?? '')
  return operation ? { operation, service } : null
}

function chosen(form: Node) {
  const action = parameterOf(form, 'Action')
  if (!action) throw new AwsError('MissingAction', 400, 'The request is missing an action or a required parameter.')
  const found = findChosen(form)
  if (found) return found
  const version = parameterOf(form, 'Version') ?? 'NO_VERSION_SPECIFIED'
  throw new AwsError(
    'InvalidAction',
    400,
    `Could not find operation ${action.slice(0, 128)} for version ${version.slice(0, 32)}`,
  )
}

function encodeError({ code, status, message }: AwsError, request: WireRequest, requestId: string): WireResponse {
  const type = status < 500 ? 'Sender' : 'Receiver'
  const error = textElement('Type', type) + textElement('Code', code) + textElement('Message', message)
  const content = element('Error', error) + textElement('RequestId', requestId)
  return xml(status, `<ErrorResponse xmlns="${namespaceOf(request)}">${content}</ErrorResponse>`, requestId)
}

/** An error's namespace is its service's, where address or body can be read as far as that. */
function namespaceOf({ query, body }: WireRequest): string {
  const form = `${query}&${body.toString('latin1', 0, 4096)}`
  const version = /(?:^|&)Version=([\d-]+)/.exec(form)?.[1] ?? ''
  const known = Object.hasOwn(services, version) ? services[version] : services['2010-05-08']
  return known?.xmlns ?? ''
}

const xml = (status: number, body: string, requestId: string): WireResponse => ({
  status,
  headers: { 'content-type': 'text/xml', 'x-amzn-requestid': requestId },
  body,
})
