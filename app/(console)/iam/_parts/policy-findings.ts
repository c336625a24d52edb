'use server'

import { ask, type Outcome } from '@/app/door'
import type { Finding } from '@/components/console/policy-editor/severity'
import { actionCatalogue } from '@/lib/aws/catalogue/actions'
import { validatePolicy } from '@/lib/operations/access-analyzer/validate-policy'
import type { OutputOf } from '@/lib/operations/define'

type Analyzed = OutputOf<typeof validatePolicy>['findings'][number]

/** What the analyzer says about an identity policy, in the editor's own terms. */
export async function findingsOf(policyDocument: string): Promise<Outcome<Finding[]>> {
  const answer = await ask(validatePolicy, { policyDocument, policyType: 'IDENTITY_POLICY', maxResults: 1000 })
  return answer.ok ? { ok: true, value: answer.value.findings.flatMap(editorFindings) } : answer
}

function editorFindings({ findingType: type, issueCode: code, findingDetails, locations }: Analyzed): Finding[] {
  return locations.map(({ path, span }) => ({
    type,
    code,
    message: findingDetails,
    advice: '',
    path: path.map((part) => part.index ?? part.value ?? ''),
    span: { start: fromOne(span.start), end: fromOne(span.end) },
  }))
}

// The API counts columns from 0, the editor from 1.
const fromOne = (position: Finding['span']['start']) => ({ ...position, column: position.column + 1 })

const mostOffered = 100

/** Public facts and no call: the services, then the actions that begin with what was typed. */
export async function actionsLike(typed: string): Promise<string[]> {
  const catalogue = actionCatalogue()
  const [prefix = '', name] = String(typed).slice(0, 128).toLowerCase().split(':', 2)
  if (name === undefined) {
    const services = catalogue.services().filter((service) => service.prefix.startsWith(prefix))
    return services.slice(0, mostOffered).map((service) => `${service.prefix}:`)
  }
  const service = catalogue.service(prefix)
  const names = [...(service?.actions.values() ?? [])].map((action) => action.name)
  const fitting = names.filter((action) => action.toLowerCase().startsWith(name)).toSorted()
  return fitting.slice(0, mostOffered).map((action) => `${prefix}:${action}`)
}
