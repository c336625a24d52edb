import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { reportExpired, reportNotPresent } from '@/lib/aws/errors'
import { wholeAccount } from '../bindings'
import { operation } from '../define'
import { credentialReportId, isExpired } from '../nouns/credential-report'

export const getCredentialReport = operation({
  service: 'iam',
  name: 'GetCredentialReport',
  summary: 'Get the credential report that was last written.',
  kind: 'read',
  input: z.object({}),
  on: wholeAccount(),
  ask: ({ target }) => [may('iam:GetCredentialReport', target)],
  run: async ({ store, now }) => {
    const report = await store.reports.find('credentials', credentialReportId)
    if (!report) throw reportNotPresent()
    if (isExpired(report, now)) throw reportExpired()
    return {
      Content: new TextEncoder().encode(report.content),
      ReportFormat: 'text/csv' as const,
      GeneratedTime: report.requestedAt,
    }
  },
})
