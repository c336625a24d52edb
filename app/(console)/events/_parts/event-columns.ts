import type { Column } from '@/components/console/table-rows'

export const eventColumns: readonly Column[] = [
  { key: 'EventName', header: 'Event name', locked: true, narrow: 'title' },
  { key: 'EventTime', header: 'Event time' },
  { key: 'Username', header: 'User name', narrow: 'aside' },
  { key: 'EventSource', header: 'Event source' },
  { key: 'ResourceType', header: 'Resource type' },
  { key: 'ResourceName', header: 'Resource name' },
  { key: 'EventId', header: 'Event ID', hidden: true },
  { key: 'AccessKeyId', header: 'AWS access key', hidden: true },
  { key: 'ReadOnly', header: 'Read-only', hidden: true },
  { key: 'SourceIp', header: 'Source IP address', hidden: true },
  { key: 'Region', header: 'AWS Region', hidden: true },
  { key: 'RequestId', header: 'Request ID', hidden: true },
  { key: 'ErrorCode', header: 'Error code', hidden: true },
]
