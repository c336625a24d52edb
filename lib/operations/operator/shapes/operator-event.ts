import 'server-only'
import { newEventId } from '@/lib/store'
import type { NewEvent } from '@/lib/store/events'
import type { Surroundings } from '../../define'

const source = 'operator.iam-dojo'

/** What the operator did to an account, in the record's usual dress: the account's own people can read it. */
export function operatorEvent(name: string, account: string, around: Surroundings, readOnly = false): NewEvent {
  const id = newEventId(around.now)
  const record = {
    eventVersion: '1.11',
    userIdentity: { type: 'Operator', userName: 'operator', accountId: account },
    eventTime: `${around.now.toISOString().slice(0, 19)}Z`,
    eventSource: source,
    eventName: name,
    awsRegion: around.region,
    sourceIPAddress: around.sourceIp,
    userAgent: around.userAgent,
    requestParameters: { id: account },
    responseElements: null,
    requestID: around.requestId,
    eventID: id,
    readOnly,
    eventType: 'OperatorCall',
    managementEvent: true,
    recipientAccountId: account,
    eventCategory: 'Management',
  }
  return {
    id,
    time: around.now,
    name,
    source,
    readOnly,
    userName: 'operator',
    userArn: null,
    accessKeyId: null,
    errorCode: null,
    resourceType: null,
    resourceName: null,
    record: JSON.stringify(record),
  }
}
