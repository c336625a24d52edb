import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { wholeAccount } from '../bindings'
import { operation } from '../define'
import { fetchReport, jobShape } from '../nouns/last-accessed'
import { cutPage, more, pageRequest } from '../paging'
import { jobId, paging } from '../shapes'
import { serviceLastAccessedShape } from './shapes/service-last-accessed-shape'

export const getServiceLastAccessedDetails = operation({
  service: 'iam',
  name: 'GetServiceLastAccessedDetails',
  summary: 'Read a report of the services that somebody can use and when each was last used.',
  kind: 'read',
  input: z.object({ JobId: jobId, ...paging }),
  on: wholeAccount(),
  ask: ({ target }) => [may('iam:GetServiceLastAccessedDetails', target)],
  run: async ({ input, ...asking }) => {
    const report = await fetchReport(input.JobId, asking)
    const page = cutPage(report.services, pageRequest(input), ({ namespace }) => namespace)
    return {
      ...jobShape(report),
      JobType: report.granularity,
      ServicesLastAccessed: page.rows.map(serviceLastAccessedShape),
      ...more(page),
    }
  },
})
