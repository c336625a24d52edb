type Texts = Readonly<Record<string, readonly [message: string, advice: string]>>

const passAdvice = 'Name the roles that may be passed.'
const passOrKey = 'Name the roles that may be passed, or add a condition on iam:PassedToService.'
const linkAdvice = 'Name the service-linked roles, or add a condition on iam:AWSServiceName.'

/** Code -> what is wrong, and what to do. `{0}`, `{1}` stand for texts of the policy. */
export const securityWarnings = {
  ALLOW_WITH_NOT_PRINCIPAL: [
    'Allow with NotPrincipal lets in everyone who is not listed, strangers included.',
    'Use Principal.',
  ],
  FORALLVALUES_WITH_SINGLE_VALUED_KEY: [
    'ForAllValues holds when the key "{0}" is missing, and this key has one value only.',
    'Remove ForAllValues:.',
  ],
  PASS_ROLE_WITH_STAR_IN_RESOURCE: ['iam:PassRole on every role hands out the rights of all of them.', passOrKey],
  PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE: [
    'The wildcard in the action covers iam:PassRole, on every role.',
    passAdvice,
  ],
  PASS_ROLE_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION: ['NotAction leaves iam:PassRole allowed, on every role.', passAdvice],
  PASS_ROLE_WITH_NOT_RESOURCE: ['iam:PassRole with NotResource covers every role that is not listed.', passAdvice],
  PASS_ROLE_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE: [
    'The wildcard in the action covers iam:PassRole, on every role that is not listed.',
    passAdvice,
  ],
  PASS_ROLE_WITH_NOT_ACTION_AND_NOT_RESOURCE: [
    'NotAction leaves iam:PassRole allowed, on every role that is not listed.',
    passAdvice,
  ],
  MISSING_PAIRED_CONDITION_KEYS: ['The key {0} says little without {1}.', 'Add a condition on {1} beside it.'],
  RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL: [
    'The service may act for any of its customers, not only for you.',
    'Add a condition on aws:SourceArn, aws:SourceAccount, aws:SourceOrgID or aws:SourceOrgPaths.',
  ],
  MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL: [
    'Everyone with a token of {0} can assume this role.',
    'Add a condition on a key of the provider, for example {0}:aud or {0}:sub.',
  ],
  MISSING_GITHUB_REPO_CONDITION_KEY: [
    'Workflows of any GitHub repository can assume this role.',
    'Limit token.actions.githubusercontent.com:sub to your organization and repository.',
  ],
  DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE: [
    'These services do not know {0}, so their actions are not denied: {1}.',
    'Deny their actions in a statement without this condition.',
  ],
  DENY_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE: [
    'Services that do not know {0} are not denied by this statement.',
    'Use Action in place of NotAction.',
  ],
} as const satisfies Texts

export const warnings = {
  MISSING_VERSION: [
    'Without Version the old language of 2008 applies, which has no policy variables.',
    'Add "Version": "2012-10-17".',
  ],
  UNIQUE_SIDS_RECOMMENDED: ['The Sid "{0}" is used more than once.', 'Give each statement its own Sid.'],
  WILDCARD_WITHOUT_LIKE_OPERATOR: ['{0} takes * and ? as plain characters.', 'Use {1} if you meant a pattern.'],
  TYPE_MISMATCH: ['{0} does not fit the key {1}, which holds {2}.', 'Use an operator for that type.'],
  TYPE_MISMATCH_BOOLEAN: ['"{0}" is not true or false.', 'Use true or false.'],
  TYPE_MISMATCH_DATE: ['"{0}" is not a date.', 'Write it like 2026-01-31 or 2026-01-31T23:59:59Z.'],
  TYPE_MISMATCH_IP_RANGE: ['"{0}" is not an address range.', 'Write it like 203.0.113.0/24 or 2001:db8::/32.'],
  TYPE_MISMATCH_NUMBER: ['"{0}" is not a number.', 'Use digits, with a point where needed.'],
  TYPE_MISMATCH_STRING: ['"{0}" is not base64.', 'Encode the bytes as base64.'],
  INVALID_DATE_VALUE: ['The date "{0}" may not mean what you expect.', 'Write it like 2026-01-31.'],
  CREATE_SLR_WITH_STAR_IN_RESOURCE: ['iam:CreateServiceLinkedRole is allowed for every service.', linkAdvice],
  CREATE_SLR_WITH_STAR_IN_ACTION_AND_RESOURCE: [
    'The wildcard in the action covers iam:CreateServiceLinkedRole, for every service.',
    linkAdvice,
  ],
  CREATE_SLR_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION: [
    'NotAction leaves iam:CreateServiceLinkedRole allowed, for every service.',
    linkAdvice,
  ],
  CREATE_SLR_WITH_NOT_RESOURCE: [
    'iam:CreateServiceLinkedRole with NotResource covers every role that is not listed.',
    linkAdvice,
  ],
  CREATE_SLR_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE: [
    'The wildcard in the action covers iam:CreateServiceLinkedRole, on everything that is not listed.',
    linkAdvice,
  ],
  CREATE_SLR_WITH_NOT_ACTION_AND_NOT_RESOURCE: [
    'NotAction leaves iam:CreateServiceLinkedRole allowed, on everything that is not listed.',
    linkAdvice,
  ],
  DEPRECATED_GLOBAL_CONDITION_KEY: ['The key {0} is out of date.', 'Use {1}.'],
  INVALID_ROLE_REFERENCE: ['"{0}" is the ID of a role, probably of a deleted one.', 'Use the ARN of the role.'],
  INVALID_USER_REFERENCE: ['"{0}" is the ID of a user, probably of a deleted one.', 'Use the ARN of the user.'],
  POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA: [
    'The policy has {0} characters without white space; a managed policy may have {1}.',
    'Split it into several policies.',
  ],
  POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA: [
    'The policy has {0} characters; a bucket policy may have {1}.',
    'Make the policy shorter.',
  ],
  POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA: [
    'The policy has {0} characters without white space; a trust policy may have {1}.',
    'Make the policy shorter.',
  ],
} as const satisfies Texts

export const suggestions = {
  EMPTY_ARRAY_ACTION: [
    'The list of actions is empty: the statement does nothing.',
    'Add actions or remove the statement.',
  ],
  EMPTY_ARRAY_RESOURCE: [
    'The list of resources is empty: the statement does nothing.',
    'Add resources or remove the statement.',
  ],
  EMPTY_ARRAY_PRINCIPAL: [
    'The list of principals is empty: the statement is about nobody.',
    'Add principals or remove the statement.',
  ],
  EMPTY_ARRAY_CONDITION: [
    'The list of values is empty: the condition on {0} never holds.',
    'Add values or remove the key.',
  ],
  EMPTY_ARRAY_CONDITION_FORALLVALUES: [
    'With an empty list the condition holds only when {0} is missing.',
    'Use Null to ask whether a key is missing.',
  ],
  EMPTY_ARRAY_CONDITION_FORANYVALUE: [
    'With an empty list the condition on {0} never holds.',
    'Add values or remove the key.',
  ],
  EMPTY_ARRAY_CONDITION_IFEXISTS: [
    'With an empty list the condition holds only when {0} is missing.',
    'Use Null to ask whether a key is missing.',
  ],
  EMPTY_OBJECT_CONDITION: ['The condition is empty and has no effect.', 'Remove it or add a condition.'],
  EMPTY_OBJECT_PRINCIPAL: ['The principal is empty: the statement is about nobody.', 'Add a principal.'],
  EMPTY_SID_VALUE: ['The Sid is empty.', 'Give it a text or remove it.'],
  IMPROVE_IP_RANGE: ['The digits behind the mask in {0} are ignored.', 'Write {1}.'],
  NULL_WITH_QUALIFIER: ['Null needs no {0}.', 'Write Null alone.'],
  PRIVATE_IP_ADDRESS_SUBSET: [
    'aws:SourceIp is a public address, so the private range {0} never matches.',
    'Remove the private range.',
  ],
  REDUNDANT_ACTION: ['"{0}" is already covered by "{1}".', 'Remove one of the two.'],
  REDUNDANT_RESOURCE: ['"{0}" is already covered by "{1}".', 'Remove one of the two.'],
  REDUNDANT_STATEMENT: ['An earlier statement says the same.', 'Remove one of the two.'],
  REDUNDANT_CONDITION_VALUE_NUM: ['Of several values of {0} only one decides: {1}.', 'Keep that value.'],
  REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY: ['"{0}" is already covered by "{1}".', 'Remove one of the two.'],
  WILDCARD_IN_SERVICE_NAME: ['The service prefix "{0}" has a wildcard.', 'Name each service.'],
  CONFIRM_AUDIENCE_CLAIM_TYPE: [
    'The claim behind {0} may be one text or a list, and {1} fits lists only.',
    'Look at a token of your provider; for a single text leave the set operator out.',
  ],
} as const satisfies Texts

/** Our own kind beside the analyzer's four: things that are allowed and yet worth knowing. */
export const hints = {
  PRIVILEGE_ESCALATION: [
    'Whoever has these rights can give themselves more: {0}.',
    'Limit them to named resources, or set a permissions boundary.',
  ],
  CREDENTIALS_EXPOSURE: ['These actions answer with credentials: {0}.', 'Allow them only where they are needed.'],
  RESOURCE_MISMATCH: ['{0} never applies to these resources.', 'Add a resource of the type {1}.'],
  CONDITION_KEY_NOT_FOR_ACTION: [
    'The key {0} is not there for {1}, so the condition is judged as if the key were missing.',
    'Put the action into a statement without this condition.',
  ],
  MFA_CONDITION_MISSES_LONG_TERM_KEYS: [
    'Requests with long-term access keys do not have this key at all, so this Deny does not catch them.',
    'Use BoolIfExists.',
  ],
} as const satisfies Texts
