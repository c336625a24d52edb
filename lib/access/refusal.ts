import 'server-only'
import { type AwsError, accessDenied } from '@/lib/aws/errors'
import type { Decision, LayerName } from '@/lib/policy/types'
import type { Question } from './question'

// AWS: the boundary is called by its name alone, all others are "... policies"
// (IAM user guide, "Troubleshoot access denied error messages").
const layerNames: Record<LayerName, { no: string; an: string }> = {
  identity: { no: 'no identity-based policy', an: 'an identity-based policy' },
  boundary: { no: 'no permissions boundary', an: 'a permissions boundary' },
  session: { no: 'no session policy', an: 'a session policy' },
  resource: { no: 'no resource-based policy', an: 'a resource-based policy' },
  scp: { no: 'no service control policy', an: 'a service control policy' },
  rcp: { no: 'no resource control policy', an: 'a resource control policy' },
}

/** AWS's AccessDenied for a question that was answered with no. */
export function refusal(principalArn: string, question: Question, decision: Decision): AwsError {
  const layer = layerNames[decision.layer ?? 'identity']
  const explicit = decision.effect === 'explicitDeny'
  const why = explicit
    ? `with an explicit deny in ${layer.an}${denyingPolicy(decision)}`
    : `because ${layer.no} allows the ${question.action} action`
  const { action, target } = question
  // AWS: whom a provider vouches for is not called a user (quoted in many public issues).
  const refused = /:(oidc|saml)-provider\//.test(principalArn)
    ? `Not authorized to perform ${action}`
    : `User: ${principalArn} is not authorized to perform: ${action} on resource: ${target.display}`
  // AWS: STS does not say what a role lacks, not even whether there is one.
  const message = target.policy?.kind === 'trust' ? refused : `${refused} ${why}`
  const reason = explicit ? `${layer.an} explicitly denies the action` : `${layer.no} allows the action`
  return accessDenied(message, {
    principalArn,
    action: question.action,
    resource: question.target.arn,
    decision,
    reason,
  })
}

// AWS: since 2026 an explicit deny names the managed policy's ARN; inline policies have none to name.
function denyingPolicy({ matched }: Decision): string {
  const arn = matched.find((statement) => statement.effect === 'Deny')?.source.arn
  return arn ? `: ${arn}` : ''
}
