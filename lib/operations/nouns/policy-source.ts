import 'server-only'
import { type Bindings, bindingsOf } from '@/lib/access/gather'
import { nameInArn, parseArn } from '@/lib/aws/arn'
import { invalidInput, noSuchEntity } from '@/lib/aws/errors'
import type { Tag } from '@/lib/aws/tag'
import type { AccountStore } from '@/lib/store/account-store'
import type { EntityType } from '@/lib/store/attachments'
import type { Noun } from '../bindings'
import type { Binding } from '../define'
import { groupArn } from './group'
import { roleArn } from './role'
import { userArn } from './user'

/** A user, group or role whose policies somebody asks about. */
export type PolicySource = { type: EntityType; id: string; name: string; arn: string; tags: readonly Tag[] }

const entityTypes: readonly string[] = ['user', 'group', 'role'] satisfies EntityType[]

/** The kind of entity that an IAM ARN names, null for anything else. */
export function entityTypeOf(arn: string): EntityType | null {
  const parsed = parseArn(arn)
  const type = parsed?.resource.split('/')[0] ?? ''
  const isNamed = parsed?.service === 'iam' && /^\d{12}$/.test(parsed.account) && nameInArn(arn) !== ''
  return isNamed && parsed.resource.includes('/') && entityTypes.includes(type) ? (type as EntityType) : null
}

const arnOf = { user: userArn, group: groupArn, role: roleArn }

/** The entity of an ARN, path included; null where there is none in the account. */
export async function findByArn(store: AccountStore, arn: string): Promise<PolicySource | null> {
  const type = entityTypeOf(arn)
  if (type === null) return null
  const named = { user: store.users, group: store.groups, role: store.roles }[type]
  const found = await named.find(nameInArn(arn))
  if (!found || arnOf[type](store.accountId, found) !== arn) return null
  const tags = type === 'group' ? [] : await store.tags.list(type, found.id)
  return { type, id: found.id, name: found.name, arn, tags }
}

export const noSuchSource = (arn: string) =>
  noSuchEntity(`The ${entityTypeOf(arn)} with name ${nameInArn(arn)} cannot be found.`)

/** Questions about an entity are asked, and refused, on its ARN. */
export const entityByArn: Noun<{ Arn: string }, PolicySource> = {
  name: 'entity',
  find: ({ store, input }) => findByArn(store, input.Arn),
  target: ({ input, caller, found }) => ({
    arn: input.Arn,
    display: input.Arn,
    account: parseArn(input.Arn)?.account || caller.account,
    tags: found?.tags,
  }),
  missing: ({ input }) => noSuchSource(input.Arn),
  taken: ({ input }) => noSuchSource(input.Arn),
}

/** The simulators' source of policies. Recorded: what is no entity of the caller's account is bad input, not a refusal. */
export const policySource: Binding<{ PolicySourceArn: string }, PolicySource> = {
  async locate({ store, input, caller }) {
    const Arn = input.PolicySourceArn
    const owner = parseArn(Arn)?.account
    if (entityTypeOf(Arn) === null) {
      throw invalidInput(`Invalid Entity Arn: ${Arn} does not clearly define entity type and name.`)
    }
    if (owner !== caller.account) {
      const account = `caller's account ${caller.account} does not have access to policies in account ${owner}`
      throw invalidInput(`Invalid Policy Source Arn: ${account}`)
    }
    const found = await findByArn(store, Arn)
    return { found, target: entityByArn.target({ input: { Arn }, caller, found }) }
  },
  check: (found, { input }) => (found === null ? noSuchSource(input.PolicySourceArn) : null),
}

/** The compiled policies of an entity, as every decision about its calls uses them. */
export const policiesOf = (
  { type, id }: PolicySource,
  caller: Parameters<typeof bindingsOf>[2],
  store: AccountStore,
): Promise<Bindings> => bindingsOf(type, id, caller, store)
