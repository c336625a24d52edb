import 'server-only'
import type { SignedCaller } from '@/lib/access/caller'
import { parseArn } from '@/lib/aws/arn'
import { invalidInput } from '@/lib/aws/errors'
import { combine, compile, type Entry, type Policies, saveError } from '@/lib/policy'
import type { Context, PolicyKind, Principal } from '@/lib/policy/types'
import type { SimulationInput } from '../iam/shapes/simulation-members'
import { contextOfEntries } from './context-entries'
import { entityTypeOf } from './policy-source'
import { demandResourcesOf } from './resource-handling'

/** A simulation made ready: every action is asked about every resource with the same policies and context. */
export type Simulation = {
  principal: Principal
  policies: Policies
  /** `*` alone where none was given. */
  resources: readonly string[]
  ownerOf(resource: string): string
  context: Context
}

/** What the simulator starts from, besides the members that both simulators have. */
export type SimulatedPolicies = Pick<Policies, 'identity' | 'boundary' | 'scps'> & {
  /** Whose policies these are, if anybody's. */
  sourceArn?: string
}

/** Reads the members that both simulators share, or throws what is wrong with them. */
export function prepareSimulation(input: SimulationInput, given: SimulatedPolicies, asker: SignedCaller): Simulation {
  demandActions(input.ActionNames)
  const resources = input.ResourceArns?.length ? input.ResourceArns : ['*']
  const noArn = resources.find((resource) => resource !== '*' && parseArn(resource) === null)
  if (noArn !== undefined) throw invalidInput(`ResourceNames are not in a valid ARN format: ${noArn}.`)
  demandResourcesOf(input.ResourceHandlingOption, resources)
  const principal = principalOf(input, given.sourceArn, asker)
  const { sourceArn: _, ...policies } = given
  return {
    principal,
    policies: { ...policies, ...boundaryOf(input), ...resourcePolicyOf(input) },
    resources,
    ownerOf: ownerOf(input, principal.account),
    context: contextOfEntries(input.ContextEntries),
  }
}

function demandActions(names: readonly string[]) {
  const wrong = names.find((name) => !/^[A-Za-z0-9-]+:[A-Za-z0-9-]+$/.test(name))
  if (wrong !== undefined) {
    throw invalidInput(
      `Invalid action name: ${wrong}. It must be a service prefix, a colon and an action, without wildcards.`,
    )
  }
}

type Caller = Extract<Principal, { kind: 'user' | 'role' }>

/** AWS: resource policies are simulated for IAM users only (recorded text; API reference, SimulateCustomPolicy). */
function principalOf(
  { CallerArn, ResourcePolicy }: SimulationInput,
  sourceArn: string | undefined,
  asker: SignedCaller,
): Caller {
  const arn = CallerArn ?? sourceArn
  const type = arn === undefined ? null : entityTypeOf(arn)
  if (CallerArn !== undefined && type === null) {
    throw invalidInput(`Invalid Entity Arn: ${CallerArn} does not clearly define entity type and name.`)
  }
  if (ResourcePolicy !== undefined && type !== 'user') {
    throw invalidInput('Invalid caller - Caller must be an IAM user in this context.')
  }
  const account = parseArn(arn ?? '')?.account ?? asker.account
  return type === 'role' && arn
    ? { kind: 'role', account, arn, roleArn: arn }
    : { kind: 'user', account, arn: arn ?? '' }
}

/** Without a word on the resources' side, nothing but the caller's own policies is simulated. */
function ownerOf({ ResourceOwner, ResourcePolicy }: SimulationInput, callersAccount: string) {
  const owner = ResourceOwner === undefined ? callersAccount : accountIn(ResourceOwner)
  if (ResourceOwner === undefined && ResourcePolicy === undefined) return () => callersAccount
  return (resource: string) => parseArn(resource)?.account || owner
}

function accountIn(resourceOwner: string): string {
  const [, account] = /^arn:[^:]+:iam::(\d{12}):root$/.exec(resourceOwner) ?? []
  // AWS: with this slip of grammar (recorded).
  if (account === undefined) throw invalidInput(`'${resourceOwner}' is not a valid as a Resource Owner.`)
  return account
}

function boundaryOf({
  PermissionsBoundaryPolicyInputList: documents = [],
}: SimulationInput): Pick<Policies, 'boundary'> {
  if (documents.length === 0) return {}
  if (documents.length > 1) throw invalidInput('Only one permissions boundary can be simulated.')
  return { boundary: combine(inputEntries('PermissionsBoundaryPolicyInputList', documents, 'boundary')) }
}

function resourcePolicyOf({ ResourcePolicy }: SimulationInput): Pick<Policies, 'resource'> {
  if (ResourcePolicy === undefined) return {}
  const policy = compile(ResourcePolicy, 'resource')
  if (!policy.valid) throw invalidInput('Invalid resource policy: Syntax errors in policy.')
  return { resource: combine([{ source: { id: 'ResourcePolicy' }, policy }]) }
}

/** Documents of the request, under the names by which AWS refers to them: `PolicyInputList.1`. */
export function inputEntries(
  member: string,
  documents: readonly string[],
  kind: Extract<PolicyKind, 'identity' | 'boundary' | 'scp'>,
): Entry[] {
  return documents.map((document, index) => {
    const id = `${member}.${index + 1}`
    const error = saveError(document, kind)
    if (error) throw invalidInput(`Invalid policy document ${id}: ${error.message}`)
    return { source: { id, via: { type: 'input', name: member } }, policy: compile(document, kind) }
  })
}
