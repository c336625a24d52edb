/** What AWS accepts as a name: its regular expression as its messages print it, and our hint for a form field. */
export type NameRule = {
  /** AWS's text of the expression, for `Member must satisfy regular expression pattern: ...`. */
  regex: string
  min: number
  max: number
  hint: string
  /** What AWS says after "The specified value for userName is invalid." where it does not print the expression. */
  sentence?: string
  /** True where the text has the right characters and length but is still refused. */
  isReserved?: (text: string) => boolean
}

const compiled = new Map<string, RegExp>()

function compile(regex: string): RegExp {
  const known = compiled.get(regex) ?? new RegExp(`^(?:${regex})$`, 'u')
  compiled.set(regex, known)
  return known
}

/** The rule's hint when the text breaks the rule, null when it is fine. */
export function nameProblem(rule: NameRule, text: string): string | null {
  return isName(rule, text) ? null : rule.hint
}

export function isName(rule: NameRule, text: string): boolean {
  if (text.length < rule.min || text.length > rule.max) return false
  return compile(rule.regex).test(text) && !rule.isReserved?.(text)
}

const entity = '[\\w+=,.@-]+'
const letters = 'letters, numbers or + = , . @ _ -'
const sentence = 'It must contain only alphanumeric characters and/or the following: +=,.@_-'
const upTo = (max: number) => ({ min: 1, max, sentence, hint: `Use up to ${max} ${letters}` })
const policyText = '[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+'

export const userName: NameRule = { regex: entity, ...upTo(64) }
export const existingUserName: NameRule = { regex: entity, ...upTo(128) }
export const groupName: NameRule = { regex: entity, ...upTo(128) }
export const roleName: NameRule = { regex: entity, ...upTo(64) }
export const policyName: NameRule = { regex: entity, ...upTo(128) }
export const instanceProfileName: NameRule = { regex: entity, ...upTo(128) }
export const serverCertificateName: NameRule = { regex: entity, ...upTo(128) }
export const mfaDeviceName: NameRule = { regex: entity, ...upTo(128) }
export const samlProviderName: NameRule = {
  regex: '[\\w._-]+',
  min: 1,
  max: 128,
  hint: 'Use up to 128 letters, numbers or . _ -',
}
export const roleSessionName: NameRule = { regex: '[\\w+=,.@-]*', min: 2, max: 64, hint: `Use 2 to 64 ${letters}` }
export const federatedUserName: NameRule = { regex: '[\\w+=,.@-]*', min: 2, max: 32, hint: `Use 2 to 32 ${letters}` }

export const path: NameRule = {
  regex: '(\\u002F)|(\\u002F[\\u0021-\\u007E]+\\u002F)',
  min: 1,
  max: 512,
  hint: 'Begin and end with / and use up to 512 characters without blanks',
  sentence: 'It must begin and end with / and contain only alphanumeric characters and/or / characters.',
}
export const pathPrefix: NameRule = {
  regex: '\\u002F[\\u0021-\\u007F]*',
  min: 1,
  max: 512,
  hint: 'Begin with / and use up to 512 characters without blanks',
}
export const policyPath: NameRule = {
  regex: '((/[A-Za-z0-9\\.,\\+@=_-]+)*)/',
  min: 1,
  max: 512,
  hint: 'Begin and end with /; between them letters, numbers or . , + @ = _ -',
}
export const accountId: NameRule = { regex: '\\d{12}', min: 12, max: 12, hint: 'Use the 12 digits of the account ID' }
export const accountAlias: NameRule = {
  regex: '^[a-z0-9]([a-z0-9]|-(?!-)){1,61}[a-z0-9]$',
  min: 3,
  max: 63,
  hint: 'Use 3 to 63 small letters, numbers or single hyphens; begin and end with a letter or number',
}
export const tagKey: NameRule = {
  regex: '[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+',
  min: 1,
  max: 128,
  hint: 'Use up to 128 letters, numbers, spaces or _ . : / = + - @, and do not begin with aws:',
  isReserved: (text) => text.toLowerCase().startsWith('aws:'),
}
export const tagValue: NameRule = {
  regex: '[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*',
  min: 0,
  max: 256,
  hint: 'Use up to 256 letters, numbers, spaces or _ . : / = + - @',
}
export const password: NameRule = {
  regex: policyText,
  min: 1,
  max: 128,
  hint: 'Use up to 128 letters, numbers or symbols of the Latin keyboard',
}
export const policyDocument: NameRule = {
  regex: policyText,
  min: 1,
  max: 131_072,
  hint: 'Use tabs, line breaks and Latin characters up to ÿ only',
}
export const policyDescription: NameRule = {
  regex: '[\\s\\S]*',
  min: 0,
  max: 1000,
  hint: 'Use up to 1,000 characters',
}
export const roleDescription: NameRule = {
  regex: '[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u00A1-\\u00FF]*',
  min: 0,
  max: 1000,
  hint: 'Use up to 1,000 letters, numbers or symbols of the Latin alphabet',
}
export const policyVersionId: NameRule = {
  regex: 'v[1-9][0-9]*(\\.[A-Za-z0-9-]*)?',
  min: 2,
  max: 64,
  hint: 'Use v and a number, for example v2',
}
export const accessKeyId: NameRule = { regex: '[\\w]+', min: 16, max: 128, hint: 'Use 16 to 128 letters or numbers' }
export const externalId: NameRule = {
  regex: '[\\w+=,.@:\\/-]*',
  min: 2,
  max: 1224,
  hint: 'Use 2 to 1,224 letters, numbers or + = , . @ : / _ -',
}
export const serialNumber: NameRule = {
  regex: '[\\w+=/:,.@-]+',
  min: 9,
  max: 256,
  hint: 'Use 9 to 256 letters, numbers or + = / : , . @ _ -',
}
export const authenticationCode: NameRule = { regex: '[\\d]+', min: 6, max: 6, hint: 'Use the 6 digits of your device' }

// AWS: prefixes and suffixes that S3 keeps for itself, and names that look like an address.
const reservedBucket =
  /^(xn--|sthree-|amzn-s3-demo-)|(-s3alias|--ol-s3|\.mrap|--x-s3|--table-s3)$|^\d+\.\d+\.\d+\.\d+$|\.\./
export const bucketName: NameRule = {
  regex: '[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]',
  min: 3,
  max: 63,
  hint: 'Use 3 to 63 small letters, numbers, dots or hyphens; begin and end with a letter or number',
  isReserved: (text) => reservedBucket.test(text),
}
