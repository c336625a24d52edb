import type { Decision } from '@/lib/policy/types'

/** What a refusal tells besides its text: enough for the denial box and for "why". */
export type Denial = {
  principalArn: string
  action: string
  /** ARN or `*`. */
  resource: string
  decision: Decision
  /** AWS's reason, e.g. `no identity-based policy allows the iam:ListUsers action`. */
  reason: string
}

const brand = Symbol.for('iam-dojo.aws-error')

/**
 * Every error that a client may see, with AWS's code, HTTP status and text. Next evaluates modules several times in one
 * process, so know it by `isAwsError`, never by `instanceof`.
 */
export class AwsError extends Error {
  readonly [brand] = true
  constructor(
    readonly code: string,
    readonly status: number,
    message: string,
    readonly denial?: Denial,
  ) {
    super(message)
    this.name = code
  }
}

export function isAwsError(error: unknown): error is AwsError {
  return typeof error === 'object' && error !== null && brand in error
}

export const validationError = (message: string) => new AwsError('ValidationError', 400, message)
export const invalidInput = (message: string) => new AwsError('InvalidInput', 400, message)
export const noSuchEntity = (message: string) => new AwsError('NoSuchEntity', 404, message)
export const entityAlreadyExists = (message: string) => new AwsError('EntityAlreadyExists', 409, message)
export const nameConflict = (message: string) => new AwsError('NameConflict', 409, message)
export const roleModified = (message: string) => new AwsError('RoleModified', 409, message)
export const roleTemplateDisabled = (message: string) => new AwsError('RoleTemplateDisabled', 400, message)
export const deleteConflict = (message: string) => new AwsError('DeleteConflict', 409, message)
export const limitExceeded = (message: string) => new AwsError('LimitExceeded', 409, message)
export const unmodifiableEntity = (message: string) => new AwsError('UnmodifiableEntity', 400, message)
export const policyNotAttachable = (message: string) => new AwsError('PolicyNotAttachable', 400, message)
export const malformedPolicyDocument = (message: string) => new AwsError('MalformedPolicyDocument', 400, message)
export const passwordPolicyViolation = (message: string) => new AwsError('PasswordPolicyViolation', 400, message)
export const invalidPublicKey = (message: string) => new AwsError('InvalidPublicKey', 400, message)
export const unrecognizedPublicKeyEncoding = (message: string) =>
  new AwsError('UnrecognizedPublicKeyEncoding', 400, message)
export const duplicateSshPublicKey = (message: string) => new AwsError('DuplicateSSHPublicKey', 400, message)
export const malformedCertificate = (message: string) => new AwsError('MalformedCertificate', 400, message)
export const invalidCertificate = (message: string) => new AwsError('InvalidCertificate', 400, message)
export const duplicateCertificate = (message: string) => new AwsError('DuplicateCertificate', 409, message)
export const keyPairMismatch = (message: string) => new AwsError('KeyPairMismatch', 400, message)
// AWS: every API may answer this (API reference, "Common errors").
export const throttling = () => new AwsError('Throttling', 400, 'Rate exceeded')
export const accessDenied = (message: string, denial?: Denial) => new AwsError('AccessDenied', 403, message, denial)
// AWS: the same sentence for codes that are wrong, out of step or used before.
export const invalidAuthenticationCode = () =>
  new AwsError('InvalidAuthenticationCode', 403, 'Authentication code for device is not valid.')
export const invalidParameterValue = (message: string) => new AwsError('InvalidParameterValue', 400, message)
export const reportNotPresent = () =>
  new AwsError('ReportNotPresent', 410, 'No credential report exists. Generate one first.')
export const reportExpired = () =>
  new AwsError('ReportExpired', 410, 'The credential report is older than four hours. Generate a new one.')
export const internalFailure = (id: string) =>
  new AwsError('InternalFailure', 500, `Something went wrong on our side. It was logged as ${id}.`)

/** AWS: `Cannot exceed quota for AccessKeysPerUser: 2`. */
export const quotaExceeded = (quota: string, limit: number) =>
  limitExceeded(`Cannot exceed quota for ${quota}: ${limit}`)
