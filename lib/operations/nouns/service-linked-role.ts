import 'server-only'
import type { Target } from '@/lib/access/question'
import { type ServiceLinkedRole, serviceLinkedRole } from '@/lib/aws/catalogue/service-linked-roles'
import { type AwsError, invalidInput, noSuchEntity, validationError } from '@/lib/aws/errors'
import type { Role } from '@/lib/store/roles'
import type { Noun } from '../bindings'
import { isServiceLinked, role, roleArn, serviceLinkedPath, type TaggedRole } from './role'

type Wanted = { AWSServiceName: string; CustomSuffix?: string }

const pathOf = (service: string) => `${serviceLinkedPath}${service}/`

/** What a service's new role is called; a service that AWS has no role for still needs a name to be asked about. */
function nameOf({ AWSServiceName, CustomSuffix }: Wanted): string {
  const name = serviceLinkedRole(AWSServiceName)?.roleName ?? 'AWSServiceRoleFor'
  return CustomSuffix === undefined ? name : `${name}_${CustomSuffix}`
}

/** The role that is to be made for a service. */
export const newServiceLinkedRole: Noun<Wanted, Role> = {
  name: 'service-linked role',
  find: ({ store, input }) => store.roles.find(nameOf(input)),
  target({ input, caller }) {
    const arn = roleArn(caller.account, { name: nameOf(input), path: pathOf(input.AWSServiceName) })
    return { arn, display: arn, account: caller.account }
  },
  missing: ({ input }) => noSuchEntity(`The role with name ${nameOf(input)} cannot be found.`),
  taken: ({ input }) =>
    invalidInput(`Service role name ${nameOf(input)} has been taken in this account, please try a different suffix.`),
}

/** Name, path and policy of a service's new role; throws AWS's sentence where the service has none. */
export function planOf(input: Wanted): ServiceLinkedRole & { path: string } {
  const { AWSServiceName: service, CustomSuffix: suffix } = input
  const found = serviceLinkedRole(service)
  if (!found) throw invalidInput(`Cannot find Service Linked Role template for ${service}`)
  if (suffix !== undefined && !found.takesSuffix) throw invalidInput(`Custom suffix is not allowed for ${service}`)
  const roleName = nameOf(input)
  if (roleName.length > 64) throw validationError('The name of the role with its suffix has more than 64 characters.')
  return { ...found, roleName, path: pathOf(service) }
}

/** The trust policy that lets a service assume its role. */
export const serviceTrust = (service: string) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }],
  })

/** A role that belongs to a service: those of the customer count as missing. */
export const ownedByService: Noun<{ RoleName: string }, TaggedRole> = {
  ...role,
  find: async (subject) => {
    const found = await role.find(subject)
    return found && isServiceLinked(found) ? found : null
  },
  missing: ({ input }) => noSuchServiceRole(input.RoleName),
}

const noSuchServiceRole = (name: string): AwsError =>
  noSuchEntity(`The service-linked role with name ${name} cannot be found.`)

/** The ID of a deletion: `task/aws-service-role/SERVICE/ROLE/uuid`. */
export const deletionTaskId = (deleted: Role, uuid: string) => `task${deleted.path}${deleted.name}/${uuid}`

/** The role that a deletion was about, as far as the ID tells. */
export function roleOfTask(taskId: string, account: string): Target {
  const [, path = serviceLinkedPath, name = '*'] =
    /^task(\/aws-service-role\/[^/]+\/)([^/]+)\/[^/]+$/.exec(taskId) ?? []
  return { arn: roleArn(account, { name, path }), display: `role ${name}`, account }
}
