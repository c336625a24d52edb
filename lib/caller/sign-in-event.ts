import 'server-only'
import { newEventId } from '@/lib/store'
import type { NewEvent } from '@/lib/store/events'
import type { RequestFacts } from './request-facts'

/** Whom a sign-in was for. Nobody: the account has no such user. */
export type Subject =
  | { kind: 'root'; account: string }
  | { kind: 'user'; account: string; userId: string; userName: string; arn: string }
  | { kind: 'nobody'; account: string }

// AWS: CloudTrail user guide, "AWS Management Console sign-in events"; a user name that does not exist may be a mistyped
// password and is never written down.
const hidden = 'HIDDEN_DUE_TO_SECURITY_REASONS'

/** The event of a sign-in at the console, successful or not. */
export function consoleLogin(
  subject: Subject,
  facts: RequestFacts,
  outcome: 'Success' | 'Failure',
  mfaSerial?: string,
): NewEvent {
  const errorMessage = subject.kind === 'nobody' ? 'No username found in supplied account' : 'Failed authentication'
  return signInEvent('ConsoleLogin', subject, facts, {
    errorMessage: outcome === 'Failure' ? errorMessage : undefined,
    responseElements: { ConsoleLogin: outcome },
    additionalEventData: { MobileVersion: 'No', MFAUsed: mfaSerial ? 'Yes' : 'No', MFAIdentifier: mfaSerial },
  })
}

/** The event of a right password that is followed by the question for a code. */
export function checkMfa(subject: Subject, facts: RequestFacts): NewEvent {
  return signInEvent('CheckMfa', subject, facts, {
    responseElements: { CheckMfa: 'Success' },
    additionalEventData: { MfaType: 'Virtual MFA' },
  })
}

/** The event of a password that was changed on the way in. */
export function passwordUpdated(subject: Subject, facts: RequestFacts): NewEvent {
  return signInEvent('PasswordUpdated', subject, facts, { responseElements: { PasswordUpdated: 'Success' } })
}

type Result = { errorMessage?: string; responseElements: object; additionalEventData?: object }

function signInEvent(name: string, subject: Subject, facts: RequestFacts, rest: Result) {
  const id = newEventId(facts.now)
  const record = {
    eventVersion: '1.11',
    userIdentity: identity(subject, rest.errorMessage === undefined),
    eventTime: `${facts.now.toISOString().slice(0, 19)}Z`,
    eventSource: 'signin.amazonaws.com',
    eventName: name,
    awsRegion: facts.region,
    sourceIPAddress: facts.sourceIp,
    userAgent: facts.userAgent,
    requestParameters: null,
    ...rest,
    eventID: id,
    readOnly: false,
    eventType: 'AwsConsoleSignIn',
    managementEvent: true,
    recipientAccountId: subject.account,
    eventCategory: 'Management',
  }
  return {
    id,
    time: facts.now,
    name,
    source: 'signin.amazonaws.com',
    readOnly: false,
    userName: subject.kind === 'user' ? subject.userName : subject.kind === 'root' ? 'root' : hidden,
    userArn: record.userIdentity.arn ?? null,
    accessKeyId: null,
    errorCode: null,
    resourceType: null,
    resourceName: null,
    record: JSON.stringify(record),
  }
}

function identity(subject: Subject, isKnown: boolean) {
  const { account: accountId } = subject
  if (subject.kind === 'root')
    return { type: 'Root', principalId: accountId, arn: `arn:aws:iam::${accountId}:root`, accountId, accessKeyId: '' }
  const user = {
    type: 'IAMUser',
    accountId,
    accessKeyId: '',
    userName: subject.kind === 'user' ? subject.userName : hidden,
  }
  return subject.kind === 'user' && isKnown
    ? { ...user, principalId: subject.userId, arn: subject.arn }
    : { ...user, principalId: undefined, arn: undefined }
}
