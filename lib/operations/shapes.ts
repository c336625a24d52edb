import 'server-only'
import { z } from 'zod'

// AWS: constraint texts as the service writes them after "Member must ..." (botocore's shapes give the numbers).
type Constraint = { min?: number; max?: number; pattern?: RegExp; /** The pattern as AWS prints it. */ text?: string }

/** A string member with AWS's length and pattern constraints and their texts. */
export function text({ min, max, pattern, text }: Constraint) {
  let schema = z.string('Member must be a string')
  if (min !== undefined) schema = schema.min(min, `Member must have length greater than or equal to ${min}`)
  if (max !== undefined) schema = schema.max(max, `Member must have length less than or equal to ${max}`)
  if (pattern) schema = schema.regex(pattern, `Member must satisfy regular expression pattern: ${text ?? pattern.source}`)
  return schema
}

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

const words = { pattern: /^[\w+=,.@-]+$/, text: '[\\w+=,.@-]+' }
const printable = { pattern: /^[\t\n\r\u0020-\u00FF]+$/, text: '[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+' }

export const newUserName = text({ min: 1, max: 64, ...words })
/** Existing users may be named with up to 128 characters: old accounts have longer names. */
export const userName = text({ min: 1, max: 128, ...words })
export const groupName = text({ min: 1, max: 128, ...words })
export const roleName = text({ min: 1, max: 64, ...words })
export const policyName = text({ min: 1, max: 128, ...words })
export const instanceProfileName = text({ min: 1, max: 128, ...words })
export const policyDocument = text({ min: 1, max: 131_072, ...printable })
export const policyDescription = text({ max: 1000 })
export const password = text({ min: 1, max: 128, ...printable })
export const accessKeyId = text({ min: 16, max: 128, pattern: /^\w+$/, text: '[\\w]+' })
export const keyStatus = oneOf(['Active', 'Inactive'])
export const path = text({
  min: 1,
  max: 512,
  pattern: /^(\/|\/[\u0021-\u007E]+\/)$/,
  text: '(\\u002F)|(\\u002F[\\u0021-\\u007E]+\\u002F)',
})
export const policyPath = text({
  min: 1,
  max: 512,
  pattern: /^((\/[A-Za-z0-9.,+@=_-]+)*)\/$/,
  text: '((/[A-Za-z0-9\\.,\\+@=_-]+)*)/',
})
export const pathPrefix = text({ min: 1, max: 512, pattern: /^\/[\u0021-\u007F]*$/, text: '\\u002F[\\u0021-\\u007F]*' })

// AWS: an ARN that is no ARN answers its own sentence, with two blanks, instead of a constraint.
export const arn = text({ min: 20, max: 2048 }).refine((value) => value.split(':').length >= 6 && value.startsWith('arn:'), {
  message: 'Invalid ARN:  Could not be parsed!',
  params: { plain: true },
})

export const versionId = text({ pattern: /^v[1-9][0-9]*(\.[A-Za-z0-9-]*)?$/, text: 'v[1-9][0-9]*(\\.[A-Za-z0-9-]*)?' })
export const accountAlias = text({
  min: 3,
  max: 63,
  pattern: /^[a-z0-9](([a-z0-9]|-(?!-))*[a-z0-9])?$/,
  text: '^[a-z0-9](([a-z0-9]|-(?!-))*[a-z0-9])?$',
})

const tagText = '[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]'
export const tagKey = text({ min: 1, max: 128, pattern: /^[\p{L}\p{Z}\p{N}_.:/=+\-@]+$/u, text: `${tagText}+` })
export const tagValue = text({ max: 256, pattern: /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u, text: `${tagText}*` })
export const tags = z
  .array(z.object({ Key: tagKey, Value: tagValue }))
  .max(50, 'Member must have length less than or equal to 50')
export const tagKeys = z.array(tagKey).max(50, 'Member must have length less than or equal to 50')

/** The members of every paged list. */
export const paging = {
  Marker: text({ min: 1, max: 8192, pattern: /^[\u0020-\u00FF]+$/, text: '[\\u0020-\\u00FF]+' }).optional(),
  MaxItems: integer(1, 1000).optional(),
}
