import 'server-only'
import { z } from 'zod'
import { ranges } from '@/lib/aws/limits'
import type { NameRule } from '@/lib/aws/names'
import * as names from '@/lib/aws/names'
import { providerName } from '@/lib/aws/provider-url'

// AWS: constraint texts as the service writes them after "Member must ..." (botocore's shapes give the numbers).
type Constraint = {
  min?: number
  max?: number
  pattern?: RegExp
  /** The pattern as AWS prints it. */
  text?: string
  /** What AWS says of a broken pattern in its place. */
  sentence?: string
}

/** A string member with AWS's length and pattern constraints and their texts. */
export function text({ min, max, pattern, text, sentence }: Constraint) {
  // No text here has use for U+0000, and PostgreSQL cannot keep it.
  let schema = z.string('Member must be a string').refine(hasNoNull, 'Member must not contain the character U+0000')
  if (min !== undefined) schema = schema.min(min, `Member must have length greater than or equal to ${min}`)
  if (max !== undefined) schema = schema.max(max, `Member must have length less than or equal to ${max}`)
  if (pattern && sentence) {
    const plain = (member: string) => `The specified value for ${member} is invalid. ${sentence}`
    return schema.refine((value) => pattern.test(value), { params: { plain } })
  }
  if (pattern)
    schema = schema.regex(pattern, `Member must satisfy regular expression pattern: ${text ?? pattern.source}`)
  return schema
}

const hasNoNull = (value: string) => !value.includes('\0')

/** A whole number member; the wire sends it as text. */
export function integer(min: number, max: number) {
  return z.coerce
    .number('Member must be a number')
    .int('Member must be a whole number')
    .min(min, `Member must have value greater than or equal to ${min}`)
    .max(max, `Member must have value less than or equal to ${max}`)
}

/** A boolean member; the wire sends it as `true` or `false`. */
export const flag = z.preprocess(
  (value) => (value === 'true' ? true : value === 'false' ? false : value),
  z.boolean('Member must be a boolean'),
)

export function oneOf<const V extends readonly [string, ...string[]]>(values: V) {
  return z.enum(values, `Member must satisfy enum value set: [${values.join(', ')}]`)
}

/** The member that a name rule of `lib/aws/names` describes. */
function named(rule: NameRule) {
  return text({
    min: rule.min,
    max: rule.max,
    pattern: new RegExp(`^(?:${rule.regex})$`, 'u'),
    text: rule.regex,
    sentence: rule.sentence,
  })
}

export const newUserName = named(names.userName)
/** Existing users may be named with up to 128 characters: old accounts have longer names. */
export const userName = named(names.existingUserName)
export const groupName = named(names.groupName)
export const roleName = named(names.roleName)
export const roleDescription = named(names.roleDescription)
export const maxSessionDuration = integer(ranges.maxSessionDuration.min, ranges.maxSessionDuration.max)
/** The principal of a service, for example `autoscaling.amazonaws.com`. */
export const serviceName = named(names.groupName)
export const customSuffix = named(names.roleName)
export const instanceProfileName = named(names.instanceProfileName)
export const policyName = named(names.policyName)
export const policyDocument = named(names.policyDocument)
export const policyDescription = named(names.policyDescription)
export const password = named(names.password)
export const accessKeyId = named(names.accessKeyId)
export const keyStatus = oneOf(['Active', 'Inactive'])
const id = (min: number) => text({ min, max: 128, pattern: /^\w+$/, text: '[\\w]+' })
export const sshPublicKeyId = id(20)
export const certificateId = id(24)
export const serviceCredentialId = id(20)
export const serverCertificateName = named(names.serverCertificateName)
/** Keys and certificates as text, up to so many characters. */
export const keyText = (max: number) =>
  text({ min: 1, max, pattern: /^[\t\n\r\u0020-\u00FF]+$/, text: '[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+' })
export const roleSessionName = named(names.roleSessionName)
export const federatedUserName = named(names.federatedUserName)
export const externalId = named(names.externalId)
export const mfaDeviceName = named(names.mfaDeviceName)
export const serialNumber = named(names.serialNumber)
export const authenticationCode = named(names.authenticationCode)
export const path = named(names.path)
export const policyPath = named(names.policyPath)
export const pathPrefix = named(names.pathPrefix)
export const versionId = named(names.policyVersionId)
export const accountAlias = named(names.accountAlias)

// AWS: an ARN that is no ARN answers its own sentence, with two blanks, instead of a constraint.
export const arn = text({ min: 20, max: 2048 }).refine(isArn, {
  params: { plain: () => 'Invalid ARN:  Could not be parsed!' },
})

function isArn(text: string) {
  return text.startsWith('arn:') && text.split(':').length >= 6
}

// AWS: STS has another sentence than IAM (validated recordings).
export const stsArn = text({ min: 20, max: 2048 }).refine(isArn, {
  params: { plain: (_: string, value: unknown) => `${value} is invalid` },
})

/** Any whole number: those that no template has are not found, and that is all that AWS says of them. */
export const minorVersion = integer(-(2 ** 31), 2 ** 31 - 1)
/** Texts for the parameters of a template, by their names. */
export const replacementValues = z
  .record(z.string(), z.object({ Values: z.array(text({})) }))
  .refine((values) => Object.keys(values).length <= 30, 'Member must have length less than or equal to 30')

/** An account, or its root by ARN. */
export const rootPrincipal = text({ min: 12, max: 2048 }).refine(
  (principal) => /^(\d{12}|arn:aws:iam::\d{12}:root)$/.test(principal),
  { params: { plain: (_: string, value: unknown) => `${value} is invalid` } },
)

/** Any bucket that one may ask about; a new one's name has stricter rules and texts of its own. */
export const bucketName = text({ min: 1, max: 255 })
export const objectKey = text({ min: 1, max: 1024 })

export const tagKey = named(names.tagKey)
export const tagValue = named(names.tagValue)
export const tags = z
  .array(z.object({ Key: tagKey, Value: tagValue }))
  .max(50, 'Member must have length less than or equal to 50')
export const tagKeys = z.array(tagKey).max(50, 'Member must have length less than or equal to 50')

/** The members of every paged list. */
export const paging = {
  Marker: text({ min: 1, max: 8192, pattern: /^[\u0020-\u00FF]+$/, text: '[\\u0020-\\u00FF]+' }).optional(),
  MaxItems: integer(1, 1000).optional(),
}

// AWS: a URL that is none, or not https, answers a sentence of its own.
export const providerUrl = text({ min: 1, max: 255 }).refine((url) => providerName(url) !== null, {
  params: { plain: () => 'Invalid Open ID Connect Provider URL' },
})
export const clientId = text({ min: 1, max: 255 })
export const thumbprint = text({ min: 40, max: 40 })
export const samlProviderName = named(names.samlProviderName)
export const samlMetadata = text({ min: 1000, max: 10_000_000 })
export const encryptionMode = oneOf(['Required', 'Allowed'])
export const privateKeyId = text({ min: 22, max: 64, pattern: /^[A-Z0-9]+$/, text: '[A-Z0-9]+' })

export const jobId = text({ min: 36, max: 36 })
export const serviceNamespace = text({ min: 1, max: 64, pattern: /^[\w-]*$/, text: '[\\w-]*' })
