import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { wholeAccount } from '../bindings'
import { operation } from '../define'
import { type AccessPrincipal, principalsOf, usesOf } from '../nouns/access-principals'
import { findSubject } from '../nouns/access-subject'
import { fetchReport, jobShape } from '../nouns/last-accessed'
import { cutPage, more, pageRequest } from '../paging'
import { jobId, paging, serviceNamespace } from '../shapes'

export const getServiceLastAccessedDetailsWithEntities = operation({
  service: 'iam',
  name: 'GetServiceLastAccessedDetailsWithEntities',
  summary: 'List who could have used the permissions of a report for one service, the latest use first.',
  kind: 'read',
  input: z.object({ JobId: jobId, ServiceNamespace: serviceNamespace, ...paging }),
  on: wholeAccount(),
  ask: ({ target }) => [may('iam:GetServiceLastAccessedDetailsWithEntities', target)],
  run: async ({ input, ...asking }) => {
    const { store, caller, now } = asking
    const report = await fetchReport(input.JobId, asking)
    const subject = await findSubject(store, report.arn, caller)
    const principals = subject ? await principalsOf(store, subject) : []
    const uses = await usesOf(store, principals, { now, by: 'service' })
    const of = uses.filter(({ namespace }) => namespace === input.ServiceNamespace)
    const lastUses = new Map(of.toReversed().map(({ principal, at }) => [principal.id, at]))
    const rows = principals
      .map((principal) => ({ principal, at: lastUses.get(principal.id) }))
      .toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))
    const page = cutPage(rows, pageRequest(input), keyOf)
    return {
      ...jobShape(report),
      EntityDetailsList: page.rows.map(({ principal, at }) => ({
        EntityInfo: entityInfo(principal),
        ...(at && { LastAuthenticated: at }),
      })),
      ...more(page),
    }
  },
})

type Row = { principal: AccessPrincipal; at: Date | undefined }

/** Sorts the latest use first and those without any last. */
const keyOf = ({ principal, at }: Row) => `${String(1e16 - (at?.getTime() ?? 0)).padStart(17, '0')} ${principal.arn}`

const entityInfo = ({ arn, name, type, id, path }: AccessPrincipal) => ({
  Arn: arn,
  Name: name,
  Type: type === 'user' ? ('USER' as const) : ('ROLE' as const),
  Id: id,
  Path: path,
})
