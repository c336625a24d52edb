import 'server-only'
import { iamArn } from '@/lib/aws/arn'
import { type AwsError, entityAlreadyExists, noSuchEntity, unmodifiableEntity } from '@/lib/aws/errors'
import type { Tag } from '@/lib/aws/tag'
import { parseDocument } from '@/lib/policy/parse'
import type { AccountStore } from '@/lib/store/account-store'
import type { Role } from '@/lib/store/roles'
import { existing, type Noun } from '../bindings'
import type { Binding } from '../define'

/** A role with the tags that policies may ask about. */
export type TaggedRole = Role & { tags: readonly Tag[] }

export const roleArn = (account: string, role: { name: string; path: string }) =>
  iamArn(account, 'role', role.name, role.path)

export const noSuchRole = (name: string): AwsError => noSuchEntity(`The role with name ${name} cannot be found.`)

/** The role that the input names. */
export const role: Noun<{ RoleName: string; Path?: string }, TaggedRole> = {
  name: 'role',
  find: async ({ store, input }) => {
    const found = await store.roles.find(input.RoleName)
    return found && { tags: await store.tags.list('role', found.id), ...found }
  },
  target({ input, caller, found }) {
    const { name, path } = found ?? { name: input.RoleName, path: input.Path ?? '/' }
    return {
      arn: roleArn(caller.account, { name, path }),
      display: `role ${input.RoleName}`,
      account: caller.account,
      tags: found?.tags,
    }
  },
  missing: ({ input }) => noSuchRole(input.RoleName),
  taken: ({ input }) => entityAlreadyExists(`Role with name ${input.RoleName} already exists.`),
}

/** Where the roles of AWS's own services live. */
export const serviceLinkedPath = '/aws-service-role/'

export const isServiceLinked = (role: { path: string }) => role.path.startsWith(serviceLinkedPath)

/** A role that customers may change: those of AWS's services are only shown to them. */
export const editableRole: Binding<{ RoleName: string }, TaggedRole> = {
  ...existing(role),
  check: (found, subject) => (found === null ? role.missing(subject) : protectedRole(found)),
}

/** AWS's refusal where the role is service-linked, null where it is the customer's own. */
export function protectedRole(role: Role): AwsError | null {
  if (!isServiceLinked(role)) return null
  return unmodifiableEntity(
    `Cannot perform the operation on the protected role '${role.name}' - this role is only modifiable by AWS`,
  )
}

/**
 * The trust policy as it counts now. AWS: a policy names users and roles by ARN but means their IDs. Who was renamed or
 * moved stands there under today's ARN; who is gone, by the ID, which matches nobody, whoever has the name now (IAM user
 * guide, "AWS JSON policy elements: Principal").
 */
export async function trustDocument(store: AccountStore, role: Role): Promise<string> {
  const [document = role.trustPolicy] = await trustDocuments(store, [role])
  return document
}

/** The same for many roles at once, in their order. */
export async function trustDocuments(store: AccountStore, roles: readonly Role[]): Promise<string[]> {
  const known = roles.flatMap((role) => Object.entries(role.trustedIds))
  const today = known.length > 0 ? await store.principals.arnsOf(known) : new Map<string, string>()
  return roles.map(({ trustPolicy, trustedIds }) => {
    const changed = Object.entries(trustedIds).flatMap(([arn, id]) => {
      const now = today.get(id) ?? id
      return now === arn ? [] : [[arn, now] as const]
    })
    return changed.length > 0 ? renamed(trustPolicy, new Map(changed)) : trustPolicy
  })
}

/** Writes other texts over some of the document's principals; everything else stays as it was written. */
function renamed(document: string, names: ReadonlyMap<string, string>): string {
  const entries = parseDocument(document).statements.flatMap(({ principal }) => principal?.entries ?? [])
  return entries.toReversed().reduce((text, { type, text: name, node }) => {
    const other = type === 'AWS' ? names.get(name) : undefined
    return other ? text.slice(0, node.start) + JSON.stringify(other) + text.slice(node.end) : text
  }, document)
}
