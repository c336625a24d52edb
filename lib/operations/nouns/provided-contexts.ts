import 'server-only'
import { z } from 'zod'
import type { Question } from '@/lib/access/question'
import { validationError } from '@/lib/aws/errors'
import { stsArn, text } from '../shapes'

/** What AssumeRole may be told about the person behind the call, by somebody whom AWS trusts. */
export const providedContexts = z
  .array(z.object({ ProviderArn: stsArn.optional(), ContextAssertion: text({ min: 4, max: 2048 }).optional() }))
  .max(5, 'Member must have length less than or equal to 5')

type Contexts = z.output<typeof providedContexts> | undefined

/** AWS: service authorization reference, sts:SetContext. */
export function providersContext(contexts: Contexts): Question['context'] {
  const providers = contexts?.flatMap(({ ProviderArn }) => ProviderArn ?? []) ?? []
  return providers.length > 0 ? { 'sts:RequestContextProviders': providers } : {}
}

/**
 * Refuses every context. AWS: only what IAM Identity Center got from STS itself is taken (API reference, ProvidedContext;
 * IAM Identity Center user guide, "Identity-enhanced IAM role sessions"), and here nobody gives out such a thing. Which
 * sentence AWS has for an assertion of somebody else is not published.
 */
export function demandNoContexts(contexts: Contexts) {
  if (contexts?.length) throw validationError('The provided context assertion could not be validated.')
}
