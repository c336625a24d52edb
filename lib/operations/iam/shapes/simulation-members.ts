import 'server-only'
import { z } from 'zod'
import { arn, oneOf, policyDocument, text } from '../../shapes'

/** AWS knows no bound but the request's size; with its paging, this one keeps each answer short. */
const mostResources = 1000

const documents = z.array(policyDocument)

/** The documents that a simulation or a question about context keys brings along. */
export const policyInputList = documents

const contextEntry = z.object({
  ContextKeyName: text({ min: 5, max: 256 }),
  ContextKeyValues: z.array(text({})),
  ContextKeyType: oneOf([
    'string',
    'stringList',
    'numeric',
    'numericList',
    'boolean',
    'booleanList',
    'ip',
    'ipList',
    'binary',
    'binaryList',
    'date',
    'dateList',
  ]).optional(),
})

export type ContextEntry = z.output<typeof contextEntry>

/** What both simulators take besides their policies. */
export const simulationMembers = {
  PermissionsBoundaryPolicyInputList: documents.optional(),
  ActionNames: z.array(text({ min: 3, max: 128 })),
  ResourceArns: z
    .array(text({ min: 1, max: 2048 }))
    .max(mostResources, `Member must have length less than or equal to ${mostResources}`)
    .optional(),
  ResourcePolicy: policyDocument.optional(),
  ResourceOwner: text({ min: 1, max: 2048 }).optional(),
  CallerArn: text({ min: 1, max: 2048 }).optional(),
  ContextEntries: z.array(contextEntry).optional(),
  ResourceHandlingOption: text({ min: 1, max: 64 }).optional(),
}

export type SimulationInput = z.output<z.ZodObject<typeof simulationMembers>>

/** The levels of an organization, from its root down to the account, with the service control policies of each. */
export const organizationLevels = z.array(z.object({ ServiceControlPolicyInputList: documents.optional() }))

const policyTypes = ['aws-managed', 'inline', 'permission-boundary', 'rcp', 'scp', 'user-managed'] as const
const inlinePolicy = z.object({
  PolicyName: text({ min: 1, max: 128 }),
  AttachmentType: oneOf(['user', 'group', 'role']),
  AttachmentName: text({ min: 1, max: 128 }),
})

/** A policy that a simulation leaves out: exactly one of the members says which. */
export const policyIdentifier = z.object({
  PolicyType: oneOf(policyTypes).optional(),
  PolicyArn: arn.optional(),
  InlinePolicyIdentifier: inlinePolicy.optional(),
})

export type PolicyIdentifier = z.output<typeof policyIdentifier>
