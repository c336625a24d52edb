import 'server-only'
import type { SignedCaller } from '@/lib/access/caller'
import { parseArn } from '@/lib/aws/arn'
import type { AwsError } from '@/lib/aws/errors'
import type { Operation, Surroundings } from '@/lib/operations/define'
import { bufferEvent, newEventId, read } from '@/lib/store'
import type { AccountStore } from '@/lib/store/account-store'
import type { NewEvent } from '@/lib/store/events'
import { redact } from './redact'
import { foreignIdentity, type Stranger, type UserIdentity, userIdentity, userNameOf } from './user-identity'

export type RecordedCall = {
  operation: Pick<Operation, 'service' | 'name' | 'kind'>
  world: Surroundings
  caller: SignedCaller | Stranger
  input: unknown
}

/** Writes the event in the write's own transaction: both are kept or neither. */
export async function recordWith(store: AccountStore, call: RecordedCall, output: unknown) {
  await store.events.append([eventOf(call, { output })])
}

/** Writes the event of a refused or failed write at once. */
export async function recordNow(call: RecordedCall, error: AwsError) {
  await read(call.caller.account).events.append([eventOf(call, { error })])
}

/** Hands a read's event to the batch, which mostly reaches the database within 200 ms. */
export async function recordLater(call: RecordedCall, error?: AwsError) {
  bufferEvent(call.caller.account, eventOf(call, { error }))
}

/**
 * The same for a read that was answered. AWS: a role that somebody of another account assumes leaves the event in both
 * accounts, with one sharedEventID (CloudTrail user guide, "Shared event IDs").
 */
export async function recordAnswer(call: RecordedCall, output: unknown, owner: string) {
  const { account } = call.caller
  if (owner === account) return bufferEvent(account, eventOf(call, { output }))
  const sharedEventID = newEventId(call.world.now)
  bufferEvent(account, eventOf(call, { output, sharedEventID }))
  bufferEvent(owner, eventOf(call, { output, sharedEventID, recipient: owner }))
}

/** A call whose token told nobody. */
export type StrangersCall = Omit<RecordedCall, 'caller'>

/**
 * Hands over the event of a bad token to the account whose role was wanted. Nobody's history grows by roles that are not
 * there: see docs/decisions/0010.
 */
export async function recordStranger(type: Stranger['type'], roleArn: string, call: StrangersCall, error: AwsError) {
  const account = parseArn(roleArn)?.account ?? ''
  const isWanted = await read(account).abroad.findRole(roleArn)
  if (isWanted) await recordLater({ ...call, caller: { kind: 'stranger', type, account, arn: null } }, error)
}

type Result = {
  output?: unknown
  error?: AwsError
  sharedEventID?: string
  /** The account that gets the event, where it is not the caller's. */
  recipient?: string
}

function eventOf(call: RecordedCall, result: Result): NewEvent {
  const { operation, world, caller } = call
  const record = cloudTrailRecord(call, result)
  const [resource] = record.resources ?? []
  const isForeign = result.recipient !== undefined
  return {
    id: record.eventID,
    time: world.now,
    name: operation.name,
    source: record.eventSource,
    readOnly: record.readOnly,
    userName: isForeign ? (record.userIdentity.principalId ?? '') : userNameOf(caller),
    userArn: isForeign ? null : caller.arn,
    accessKeyId: record.userIdentity.accessKeyId ?? null,
    errorCode: result.error?.code ?? null,
    resourceType: resource?.type ?? null,
    resourceName: resource?.name ?? null,
    record: JSON.stringify(record),
  }
}

// AWS: CloudTrail user guide, "CloudTrail record contents"; responses are kept for calls that change something or
// give credentials.
function cloudTrailRecord(call: RecordedCall, { output, error, sharedEventID, recipient }: Result) {
  const { operation, world, caller, input } = call
  const readOnly = operation.kind === 'read'
  const identity: UserIdentity =
    recipient === undefined || caller.kind === 'stranger' ? userIdentity(caller) : foreignIdentity(caller)
  return {
    eventVersion: '1.11',
    userIdentity: identity,
    eventTime: `${world.now.toISOString().slice(0, 19)}Z`,
    eventSource: `${operation.service}.amazonaws.com`,
    eventName: operation.name,
    awsRegion: world.region,
    sourceIPAddress: world.sourceIp,
    userAgent: world.userAgent,
    errorCode: error?.code,
    errorMessage: error?.message,
    requestParameters: isEmpty(input) ? null : redact(input),
    responseElements: isEmpty(output) || (readOnly && !givesCredentials(output)) ? null : redact(output),
    requestID: world.requestId,
    eventID: newEventId(world.now),
    readOnly,
    resources: resourcesOf(input),
    eventType: 'AwsApiCall',
    managementEvent: !isDataEvent(operation),
    recipientAccountId: recipient ?? caller.account,
    sharedEventID,
    eventCategory: isDataEvent(operation) ? 'Data' : 'Management',
  }
}

// AWS: calls about objects are data events, and so are reads and lists of them (S3 user guide, "Amazon S3 CloudTrail events").
const isDataEvent = ({ kind, service, name }: RecordedCall['operation']) =>
  kind === 'data' || (service === 's3' && ['GetObject', 'HeadBucket', 'ListObjectsV2'].includes(name))

const givesCredentials = (output: unknown) => typeof output === 'object' && output !== null && 'Credentials' in output

function isEmpty(value: unknown) {
  return value === undefined || value === null || (typeof value === 'object' && Object.keys(value).length === 0)
}

const resourceMembers: Record<string, string> = {
  UserName: 'AWS::IAM::User',
  GroupName: 'AWS::IAM::Group',
  RoleName: 'AWS::IAM::Role',
  RoleArn: 'AWS::IAM::Role',
  InstanceProfileName: 'AWS::IAM::InstanceProfile',
  OpenIDConnectProviderArn: 'AWS::IAM::OIDCProvider',
  SAMLProviderArn: 'AWS::IAM::SAMLProvider',
  PrincipalArn: 'AWS::IAM::SAMLProvider',
  PolicyArn: 'AWS::IAM::Policy',
  PolicyName: 'AWS::IAM::Policy',
  AccessKeyId: 'AWS::IAM::AccessKey',
  ServerCertificateName: 'AWS::IAM::ServerCertificate',
  SerialNumber: 'AWS::IAM::VirtualMFADevice',
  VirtualMFADeviceName: 'AWS::IAM::VirtualMFADevice',
  Bucket: 'AWS::S3::Bucket',
}

// Events of bad input are written, too: what nothing can be called is no resource, and could not be kept in an index.
const isNameable = /^[\u0020-\u007E]{1,2048}$/

/** The things that the request names, in the order of its members. */
function resourcesOf(input: unknown): { type: string; name: string }[] | undefined {
  if (typeof input !== 'object' || input === null) return undefined
  const resources = Object.entries(input).flatMap(([member, name]) => {
    const type = Object.hasOwn(resourceMembers, member) && resourceMembers[member]
    return type && typeof name === 'string' && isNameable.test(name) ? [{ type, name }] : []
  })
  return resources.length > 0 ? resources : undefined
}
