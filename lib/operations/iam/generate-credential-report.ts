import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { wholeAccount } from '../bindings'
import { operation } from '../define'
import { credentialReport, credentialReportId as id, isExpired } from '../nouns/credential-report'

export const generateCredentialReport = operation({
  service: 'iam',
  name: 'GenerateCredentialReport',
  summary: 'Write a report of all users and the state of their credentials.',
  kind: 'write',
  input: z.object({}),
  on: wholeAccount(),
  ask: ({ target }) => [may('iam:GenerateCredentialReport', target)],
  prepare: async ({ store, now }) => {
    const report = await store.reports.find('credentials', id)
    if (report && !isExpired(report, now)) return null
    return { content: await credentialReport(store), isFirst: report === null }
  },
  // AWS: who starts a report is told so, although it is ready by the next call; a report that exists is complete.
  run: async ({ prepared, store, now }) => {
    if (!prepared) return { State: 'COMPLETE' as const }
    await store.reports.put({ id, kind: 'credentials', requestedAt: now, subject: '', content: prepared.content })
    return {
      State: 'STARTED' as const,
      ...(prepared.isFirst && { Description: 'No report exists. Starting a new report generation task' }),
    }
  },
})
