import 'server-only'
import { iamArn } from '@/lib/aws/arn'
import { findManagedPolicy } from '@/lib/aws/catalogue/managed-policies'
import { accessDenied, validationError } from '@/lib/aws/errors'
import type { Binding } from '../define'

type Named = { TargetPrincipal: string; TaskPolicyArn: { arn: string } }

/** The root of a member account that is opened to the caller's account for tasks, by the organization of both. */
export const openedRoot: Binding<Named, never> = {
  async locate({ input, caller }) {
    const arn = rootArn(input.TargetPrincipal)
    // AWS: the caller's own policies decide; the target has none that could agree, so it is asked as if it were his own.
    return { found: await findOpened(), target: { arn, display: arn, account: caller.account } }
  },
  check: (found, { input, caller }) => {
    const { arn } = input.TaskPolicyArn
    if (findManagedPolicy(arn)?.path !== '/root-task/') return validationError(`Policy ${arn} is not for root tasks.`)
    const target = rootArn(input.TargetPrincipal)
    const refused = `User: ${caller.arn} is not authorized to perform: sts:AssumeRoot on resource: ${target}`
    return found === null ? accessDenied(refused) : null
  },
}

// AWS: an organization opens its members' roots to its management account, or to the one that it delegates this to. Here
// every account stands alone; AWS answers such an account as one whose organization has not opened anything.
const findOpened = async (): Promise<null> => null

const rootArn = (principal: string) => (/^\d{12}$/.test(principal) ? iamArn(principal, 'root', '', '') : principal)
