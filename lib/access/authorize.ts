import 'server-only'
import { decide, type Policies } from '@/lib/policy'
import type { Context, Decision, Principal, Request } from '@/lib/policy/types'
import type { AccountStore } from '@/lib/store/account-store'
import type { SignedCaller } from './caller'
import { type CallFacts, contextOf } from './context'
import { gather, resourceLayer } from './gather'
import type { Question } from './question'

/** An answered question, with all that `explain` needs to tell why. */
export type Answer = { question: Question; decision: Decision; request: Request; policies: Policies }

/** Answers one question for the caller: gathers what applies, asks the engine. Never throws for a refusal. */
export async function authorize(
  caller: SignedCaller,
  question: Question,
  facts: CallFacts,
  store: AccountStore,
): Promise<Answer> {
  const bindings = await gather(caller, store)
  const { target } = question
  const policies = target.policy
    ? { resource: resourceLayer(target.arn, target.policy), ...bindings.policies }
    : bindings.policies
  const request = new AskedRequest(caller, question, () => contextOf(caller, facts, question, bindings.tags))
  return { question, decision: decide(request, policies), request, policies }
}

/** A question in the engine's words. Its context is made when the first condition asks: most calls meet none. */
class AskedRequest implements Request {
  readonly principal: Principal
  readonly action: string
  readonly resource: string
  readonly resourceAccount: string
  readonly needsResourcePolicy: boolean
  readonly #makeContext: () => Context
  #context: Context | undefined

  constructor(caller: SignedCaller, { action, target }: Question, makeContext: () => Context) {
    this.principal = principalOf(caller)
    this.action = action
    this.resource = target.arn
    this.resourceAccount = target.account
    this.needsResourcePolicy = target.policy?.kind === 'trust'
    this.#makeContext = makeContext
  }

  get context(): Context {
    this.#context ??= this.#makeContext()
    return this.#context
  }
}

function principalOf(caller: SignedCaller): Principal {
  const { account, arn } = caller
  switch (caller.kind) {
    case 'role':
      return {
        kind: 'role',
        account,
        arn,
        roleArn: caller.roleArn,
        ...(caller.provider && { provider: caller.provider }),
      }
    case 'federated':
      return { kind: 'federated', account, arn, userArn: caller.issuer.arn }
    // To the engine both are the same: somebody whom a `Federated` principal names.
    case 'web-identity':
    case 'saml':
      return { kind: 'web-identity', provider: caller.provider, arn }
    default:
      return { kind: caller.kind, account, arn }
  }
}
