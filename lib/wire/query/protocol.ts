import 'server-only'
import { AwsError } from '@/lib/aws/errors'
import { perform } from '@/lib/gate/perform'
import { findOperation } from '@/lib/operations'
import type { WireRequest, WireResponse } from '../message'
import type { Call, Protocol } from '../protocol'
import { element, textElement } from '../xml'
import { decodeInput } from './decode'
import { encodeMembers, facts } from './encode'
import { type Node, readForm } from './form'
import { refuse } from './refusals'

/** The services that speak this protocol, by the version that their calls name. */
const services: Record<string, { name: string; xmlns: string }> = {
  '2010-05-08': { name: 'iam', xmlns: 'https://iam.amazonaws.com/doc/2010-05-08/' },
  '2011-06-15': { name: 'sts', xmlns: 'https://sts.amazonaws.com/doc/2011-06-15/' },
}

/** AWS's Query protocol: a form in, XML out. Driven by the operations' own shapes; a new operation needs nothing here. */
export const query: Protocol = { answer, refuse, encodeError }

async function answer(call: Call): Promise<WireResponse> {
  const form = readForm(call.query, call.body)
  const { operation, xmlns } = chosen(form, call.service)
  const output = await perform(operation, decodeInput(operation.input, form), call.world)
  const { requestId } = call.world
  const name = operation.name
  const members = encodeMembers(output as object)
  const result = members || facts.emptyResults.has(name) ? element(`${name}Result`, members) : ''
  const metadata = element('ResponseMetadata', textElement('RequestId', requestId))
  return xml(200, `<${name}Response xmlns="${xmlns}">${result}${metadata}</${name}Response>`, requestId)
}

function chosen(form: Node, signedFor: string) {
  const parameter = (name: string) => form.children.get(name)?.value
  const action = parameter('Action')
  if (!action) throw new AwsError('MissingAction', 400, 'The request is missing an action or a required parameter.')
  const version = parameter('Version') ?? 'NO_VERSION_SPECIFIED'
  const service = Object.hasOwn(services, version) ? services[version] : undefined
  const operation = service && findOperation(service.name, action)
  if (!operation) {
    throw new AwsError(
      'InvalidAction',
      400,
      `Could not find operation ${action.slice(0, 128)} for version ${version.slice(0, 32)}`,
    )
  }
  if (service.name !== signedFor) {
    throw new AwsError(
      'SignatureDoesNotMatch',
      403,
      `Credential should be scoped to correct service: '${service.name}'. `,
    )
  }
  return { operation, xmlns: service.xmlns }
}

function encodeError({ code, status, message }: AwsError, { body }: WireRequest, requestId: string): WireResponse {
  const type = status < 500 ? 'Sender' : 'Receiver'
  const error = textElement('Type', type) + textElement('Code', code) + textElement('Message', message)
  const content = element('Error', error) + textElement('RequestId', requestId)
  return xml(status, `<ErrorResponse xmlns="${namespaceOf(body)}">${content}</ErrorResponse>`, requestId)
}

/** An error's namespace is its service's, where the body can be read as far as that. */
function namespaceOf(body: Buffer): string {
  const version = /(?:^|&)Version=([\d-]+)/.exec(body.toString('latin1', 0, 4096))?.[1] ?? ''
  const known = Object.hasOwn(services, version) ? services[version] : services['2010-05-08']
  return known?.xmlns ?? ''
}

const xml = (status: number, body: string, requestId: string): WireResponse => ({
  status,
  headers: { 'content-type': 'text/xml', 'x-amzn-requestid': requestId },
  body,
})
