import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { noSuchEntity } from '@/lib/aws/errors'
import { wholeAccount } from '../bindings'
import { operation } from '../define'
import { passwordPolicyShape } from './shapes/password-policy-shape'

export const getAccountPasswordPolicy = operation({
  service: 'iam',
  name: 'GetAccountPasswordPolicy',
  summary: "Get the account's own password policy.",
  kind: 'read',
  input: z.object({}),
  on: wholeAccount(),
  // AWS: letting users change their own password grants this call, too (IAM user guide, "Set a password policy").
  ask: async ({ target, store, caller }) => {
    const isOpen = caller.kind === 'user' && (await store.passwordPolicy.find())?.allowUsersToChangePassword
    return isOpen ? [] : [may('iam:GetAccountPasswordPolicy', target)]
  },
  run: async ({ store, caller }) => {
    const policy = await store.passwordPolicy.find()
    if (!policy) throw noSuchEntity(`The Password Policy with domain name ${caller.account} cannot be found.`)
    return { PasswordPolicy: passwordPolicyShape(policy) }
  },
})
