import 'server-only'
import { z } from 'zod'
import type { RoleTemplateVersion } from '@/lib/aws/catalogue/role-template-version'
import { invalidInput } from '@/lib/aws/errors'
import { policyDocument, policyName } from '../shapes'
import { newRole } from './new-role'
import { acceptedValues, type ReplacementValues, type TemplateValues, valueFor } from './template-values'

const renderedRole = newRole.extend({
  inlinePolicies: z.array(z.object({ name: policyName, document: policyDocument })),
  managedPolicyArns: z.array(z.string()),
})

/** All that AcquireRole makes: what CreateRole takes, and the role's policies. */
export type RenderedRole = z.output<typeof renderedRole>

/** A role as the template and the values describe it. Throws AWS's errors where they describe none. */
export function rendered(template: RoleTemplateVersion, given: ReplacementValues): RenderedRole {
  const values = acceptedValues(template, given)
  const { RolePathPattern: path, RoleDescriptionPattern: description, InlinePolicyTemplates: inline = [] } = template
  const role = renderedRole.safeParse({
    RoleName: textOf(template.RoleNamePattern, values),
    Path: path && textOf(path, values),
    Description: description && textOf(description, values),
    MaxSessionDuration: template.MaxSessionDuration,
    AssumeRolePolicyDocument: documentOf(template.AssumeRolePolicyDocumentTemplate, values).text,
    PermissionsBoundary: template.PermissionBoundaryArn,
    Tags: template.RoleTagsTemplate?.map((tag) => ({ Key: textOf(tag.Key, values), Value: textOf(tag.Value, values) })),
    managedPolicyArns: template.ManagedPolicyArns ?? [],
    inlinePolicies: inline.flatMap(({ PolicyName, PolicyDocument }) => {
      const document = documentOf(PolicyDocument, values)
      return document.isEmpty ? [] : [{ name: textOf(PolicyName, values), document: document.text }]
    }),
  })
  if (role.success) return role.data
  const [member] = role.error.issues[0]?.path ?? []
  throw invalidInput(`Failed to render template: the values make no valid ${String(member)}.`)
}

const placeholder = /@\{([^{}]+)\}/g
const loneList = /^@\{([^{}]+)\}$/

function textOf(pattern: string, values: TemplateValues): string {
  return pattern.replace(placeholder, (_, name: string) => [valueFor(values, name)].flat().join(','))
}

/** A document with its values. A policy of which no statement is left is left out as a whole, as in AWS. */
function documentOf(template: string, values: TemplateValues): { text: string; isEmpty: boolean } {
  const document = JSON.parse(template) as { Statement: Record<string, unknown>[] }
  // AWS: statements that are not wanted are gone before their values are looked for.
  const Statement = document.Statement.filter((statement) => isEnabled(statement, values))
  const text = JSON.stringify(filled({ ...document, Statement }, values))
  return { text, isEmpty: Statement.length === 0 }
}

const enabling = '@Enabled'

function isEnabled(statement: Record<string, unknown>, values: TemplateValues): boolean {
  const name = statement[enabling]
  return typeof name !== 'string' || String(valueFor(values, name)).toLowerCase() === 'true'
}

/** The values go into texts that are strings already: no value can break out of its place in the document. */
function filled(part: unknown, values: TemplateValues): unknown {
  if (typeof part === 'string') {
    const name = loneList.exec(part)?.[1]
    return name === undefined ? textOf(part, values) : valueFor(values, name)
  }
  if (Array.isArray(part)) return part.flatMap((inner) => filled(inner, values))
  if (typeof part !== 'object' || part === null) return part
  const members = Object.entries(part).filter(([key]) => key !== enabling)
  return Object.fromEntries(members.map(([key, inner]) => [textOf(key, values), filled(inner, values)]))
}
