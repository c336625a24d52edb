import 'server-only'
import { ask, mayPerform } from '@/app/door'
import { iamArn, nameInArn } from '@/lib/aws/arn'
import type { MayRead } from '@/lib/gate/why'
import type { Operation } from '@/lib/operations/define'
import { getGroupPolicy } from '@/lib/operations/iam/get-group-policy'
import { getPolicy } from '@/lib/operations/iam/get-policy'
import { getPolicyVersion } from '@/lib/operations/iam/get-policy-version'
import { getRole } from '@/lib/operations/iam/get-role'
import { getRolePolicy } from '@/lib/operations/iam/get-role-policy'
import { getUserPolicy } from '@/lib/operations/iam/get-user-policy'

/** Performs the call that shows a policy in the console. What a session was given cannot be read again by anybody. */
export const mayRead: MayRead = async ({ arn, id, via }, layer, caller) => {
  if (arn) return mayReadManaged(arn)
  if (layer === 'resource') {
    // INVARIANT: a namesake in one's own account opens no trust policy of another account.
    const isOwnRole = id.startsWith(iamArn(caller.account, 'role', '', '/'))
    return isOwnRole && readable(getRole, { RoleName: nameInArn(id) })
  }
  if (layer !== 'identity') return false
  if (via?.type === 'group') return readable(getGroupPolicy, { GroupName: via.name, PolicyName: id })
  if (caller.kind === 'user') return readable(getUserPolicy, { UserName: caller.userName, PolicyName: id })
  return caller.kind === 'role' && readable(getRolePolicy, { RoleName: caller.roleName, PolicyName: id })
}

async function mayReadManaged(PolicyArn: string): Promise<boolean> {
  // Any version will do to ask whether one may read it.
  if (!(await mayPerform(getPolicyVersion, { PolicyArn, VersionId: 'v1' }))) return false
  if (!(await mayPerform(getPolicy, { PolicyArn }))) return false
  const policy = await ask(getPolicy, { PolicyArn })
  return policy.ok && readable(getPolicyVersion, { PolicyArn, VersionId: policy.value.Policy.DefaultVersionId })
}

/** Asked first, performed then: a look at a page is no reason for a refusal in the events, but what is read stands there. */
async function readable<In>(operation: Operation<In>, input: In): Promise<boolean> {
  return (await mayPerform(operation, input)) && (await ask(operation, input)).ok
}
