import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { absent } from '../bindings'
import { operation } from '../define'
import { newServiceLinkedRole, planOf, serviceTrust } from '../nouns/service-linked-role'
import { customSuffix, roleDescription, serviceName } from '../shapes'
import { roleCore } from './shapes/role-shape'

export const createServiceLinkedRole = operation({
  service: 'iam',
  name: 'CreateServiceLinkedRole',
  summary: 'Create the role that one of the AWS services works with.',
  kind: 'write',
  input: z.object({
    AWSServiceName: serviceName,
    Description: roleDescription.optional(),
    CustomSuffix: customSuffix.optional(),
  }),
  on: absent(newServiceLinkedRole),
  ask: ({ target, input }) => [
    may('iam:CreateServiceLinkedRole', target, { 'iam:AWSServiceName': input.AWSServiceName }),
  ],
  run: async ({ input, store, caller, now }) => {
    const { roleName: name, path, policyArn } = planOf(input)
    const trustPolicy = serviceTrust(input.AWSServiceName)
    const created = await store.roles.create({
      name,
      path,
      createdAt: now,
      trustPolicy,
      description: input.Description,
    })
    await store.attachments.attach('role', created.id, policyArn, now)
    return { Role: roleCore(caller.account, created, trustPolicy) }
  },
})
