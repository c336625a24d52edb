import 'server-only'
import type { SignedCaller } from '@/lib/access/caller'
import { may, type Question, type Target } from '@/lib/access/question'
import type { RoleTemplateVersion } from '@/lib/aws/catalogue/role-template-version'
import { findRoleTemplateVersion } from '@/lib/aws/catalogue/role-templates'
import {
  type AwsError,
  isAwsError,
  nameConflict,
  noSuchEntity,
  roleModified,
  roleTemplateDisabled,
} from '@/lib/aws/errors'
import type { AccountStore } from '@/lib/store/account-store'
import type { Role } from '@/lib/store/roles'
import type { Binding } from '../define'
import { attach, putInline } from './attaching'
import { boundaryContext } from './boundary'
import { creationQuestions, makeRole } from './new-role'
import { isAsRendered } from './rendered-likeness'
import { type RenderedRole, rendered } from './rendered-role'
import { role, roleArn, type TaggedRole, trustDocument } from './role'
import { templateTarget } from './role-template'
import type { ReplacementValues } from './template-values'

type Wanted = {
  TemplateArn: string
  TemplateMinorVersion?: number
  ReplacementValues?: Readonly<Record<string, { Values: readonly string[] }>>
}

/** The role that the template describes, and the one that has its name already. */
type Plan = {
  template: RoleTemplateVersion
  values: ReplacementValues
  wanted: RenderedRole
  existing: TaggedRole | null
}
export type Acquisition = { plan: Plan; failure: AwsError | null } | { plan: null; failure: AwsError }

/** A role out of a template. AWS: what is wrong with template or values is only told to those who may read the template. */
export const acquisition: Binding<Wanted, Acquisition> = {
  async locate({ store, input, caller }) {
    return {
      found: await acquired(store, input, caller),
      target: templateTarget(input.TemplateArn, 'role template', caller.account),
    }
  },
  check: (found) => found?.failure ?? null,
}

async function acquired(store: AccountStore, input: Wanted, caller: SignedCaller): Promise<Acquisition> {
  try {
    const template = enabledTemplate(input)
    const values = Object.fromEntries(
      Object.entries(input.ReplacementValues ?? {}).map(([name, { Values }]) => [name, Values]),
    )
    const wanted = rendered(template, values)
    const existing = await role.find({ store, input: wanted, caller })
    const failure = existing && (await conflictOf(store, existing, template, wanted))
    return { plan: { template, values, wanted, existing }, failure }
  } catch (error) {
    if (isAwsError(error)) return { plan: null, failure: error }
    throw error
  }
}

function enabledTemplate({ TemplateArn, TemplateMinorVersion }: Wanted): RoleTemplateVersion {
  const template = findRoleTemplateVersion(TemplateArn, TemplateMinorVersion)
  if (!template) throw noSuchEntity(`Role template not found in repository: ${TemplateArn}`)
  if (!template.Enabled || !template.VersionEnabled) {
    throw roleTemplateDisabled(`The role template ${TemplateArn} is disabled and cannot be used to create roles.`)
  }
  return template
}

/**
 * Why the role that has the name cannot be given out as the one that is wanted; null where it can. AWS: description and
 * longest session may change, all else makes it a role of the customer's own (recorded answers, whose sentences these are).
 */
async function conflictOf(
  store: AccountStore,
  existing: TaggedRole,
  template: RoleTemplateVersion,
  wanted: RenderedRole,
): Promise<AwsError | null> {
  const { sourceTemplate: source } = existing
  if (!source) {
    return nameConflict(
      'A role with this name already exists in the account but was not created from this template. Choose a different role name, or remove the existing role if it is no longer needed.',
    )
  }
  const made = findRoleTemplateVersion(source.templateArn, source.minorVersion)
  const original = made && rendered(made, source.values)
  const isSame = source.templateArn === template.TemplateArn && JSON.stringify(original) === JSON.stringify(wanted)
  if (!isSame) {
    return nameConflict(
      'A role with this name exists but was created with different parameters. Pass a unique roleName to create a new role.',
    )
  }
  if (await isAsRendered(store, existing, wanted)) return null
  return roleModified(`Role ${existing.name} has been modified since it was created and is no longer managed.`)
}

/**
 * What AcquireRole asks. AWS: there is no action iam:AcquireRole; each step is asked for by itself, with the template's
 * ARN in the context but for the reading of the template (IAM user guide, "Manage access to role manager"; service
 * authorization reference, iam:RoleTemplateARN; recorded answers).
 */
export function acquisitionQuestions(template: Target, plan: Plan | null, caller: SignedCaller): Question[] {
  const reading = may('iam:GetRoleTemplateVersion', template)
  if (!plan) return [reading]
  const { wanted, existing } = plan
  const { name, path } = existing ?? { name: wanted.RoleName, path: wanted.Path ?? '/' }
  const { account } = caller
  const display = `role${path}${name}`
  const target = { arn: roleArn(account, { name, path }), display, account, tags: existing?.tags }
  const context = { 'iam:RoleTemplateARN': plan.template.TemplateArn }
  if (existing) return [reading, may('iam:GetRole', target, { ...boundaryContext(existing), ...context })]
  return [reading, ...creationQuestions(target, wanted, context), ...policyQuestions(target, wanted, context)]
}

function policyQuestions(target: Target, wanted: RenderedRole, template: Question['context']): Question[] {
  const context = { ...template, 'iam:PermissionsBoundary': wanted.PermissionsBoundary }
  return [
    ...(wanted.PermissionsBoundary ? [may('iam:PutRolePermissionsBoundary', target, context)] : []),
    ...wanted.managedPolicyArns.map((arn) => may('iam:AttachRolePolicy', target, { ...context, 'iam:PolicyARN': arn })),
    ...(wanted.inlinePolicies.length > 0 ? [may('iam:PutRolePolicy', target, context)] : []),
  ]
}

/** The role that is there, or a new one with all its policies; with the trust policy as it counts now. */
export async function acquire(store: AccountStore, { plan, failure }: Acquisition, at: Date) {
  if (!plan) throw failure
  const { existing, template, values, wanted } = plan
  if (existing) return { role: existing, trust: await trustDocument(store, existing) }
  const source = { templateArn: template.TemplateArn, minorVersion: template.MinorVersion, values }
  const made: Role = await makeRole(store, wanted, at, source)
  for (const arn of wanted.managedPolicyArns) await attach(store, 'role', made.id, arn, at)
  for (const policy of wanted.inlinePolicies) await putInline(store, 'role', made, { ...policy, at })
  return { role: made, trust: made.trustPolicy }
}
