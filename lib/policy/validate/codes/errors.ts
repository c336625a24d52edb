/** Code -> what is wrong, and what to do. `{0}`, `{1}` stand for texts of the policy. */
export const errors = {
  JSON_SYNTAX_ERROR: ['This is not valid JSON: {0}.', 'Repair the text at this place.'],
  DATA_TYPE_MISMATCH: ['{0} must be {1}.', 'Change the value to that type.'],
  INVALID_POLICY_ELEMENT: ['{0} is not an element of a policy.', 'Remove it or correct its spelling; case counts.'],
  MISSING_STATEMENT: ['The policy has no statement.', 'Add a Statement element with at least one statement.'],
  MISSING_EFFECT: ['The statement has no Effect.', 'Add "Effect": "Allow" or "Effect": "Deny".'],
  INVALID_EFFECT: ['The effect "{0}" is not valid.', 'Use Allow or Deny, written exactly so.'],
  MISSING_ACTION: ['The statement has neither Action nor NotAction.', 'Add an Action element.'],
  MISSING_RESOURCE: ['The statement has neither Resource nor NotResource.', 'Add a Resource element.'],
  MISSING_PRINCIPAL: ['The statement has no Principal.', 'Say with a Principal element whom it is about.'],
  UNSUPPORTED_PRINCIPAL: [
    'A policy of this kind cannot have {0}.',
    'Remove the element: the policy applies to whom it is attached to.',
  ],
  UNSUPPORTED_ELEMENT_COMBINATION: ['{0} and {1} cannot stand in one statement.', 'Keep one of the two.'],
  INVALID_VERSION: [
    'The version "{0}" is not a version of the policy language.',
    'Use "2012-10-17". It is the language version, not the date of your policy.',
  ],
  UNIQUE_SIDS_REQUIRED: ['The Sid "{0}" is used more than once.', 'Give each statement its own Sid.'],
  UNSUPPORTED_SID: ['The Sid "{0}" has characters that are not allowed.', 'Use letters A-Z, a-z and digits only.'],

  INVALID_ACTION: ['There is no action "{0}".', 'Check the spelling; an action is service:Name.{1}'],
  INVALID_SERVICE_IN_ACTION: ['No service has the prefix "{0}".', 'Check the part before the colon.'],
  INVALID_SERVICE: ['No service is called "{0}" in an ARN.', 'Check the third field of the ARN.'],
  INVALID_ARN_PREFIX: ['"{0}" does not begin with arn:.', 'Write an ARN, or * for every resource.'],
  MISSING_ARN_FIELD: [
    'The ARN "{0}" has fewer than six fields.',
    'Write arn:partition:service:region:account:resource; fields may be empty.',
  ],
  MISSING_ARN_REGION: ['ARNs of {0} need a Region.', 'Put a Region, or *, in the fourth field.'],
  INVALID_PARTITION: ['"{0}" is not a partition.', 'Use aws, aws-cn or aws-us-gov.'],
  INVALID_ARN_REGION: ['"{0}" is not a Region.', 'Use a Region code such as us-east-1, or *.'],
  INVALID_ARN_ACCOUNT: ['"{0}" is not an account ID.', 'Use the 12 digits of an account, or *.'],
  INVALID_ARN_RESOURCE: [
    '"{0}" is not a kind of resource that {1} has.',
    'Compare the last field with the ARN formats of the service.',
  ],
  INVALID_ARN_SERVICE_CASE: ['The service "{0}" must be in small letters in an ARN.', 'Write "{1}".'],
  ARN_REGION_NOT_ALLOWED: ['ARNs of this kind in {0} have no Region.', 'Leave the fourth field empty.'],
  ARN_ACCOUNT_NOT_ALLOWED: ['ARNs of this kind in {0} have no account ID.', 'Leave the fifth field empty.'],

  INVALID_CONDITION_OPERATOR: [
    'There is no condition operator "{0}".',
    'Use an operator such as StringEquals; case counts.',
  ],
  INVALID_CONDITION_KEY_FORMAT: [
    '"{0}" does not have the form of a condition key.',
    'Write prefix:name, for example aws:SourceIp.',
  ],
  INVALID_GLOBAL_CONDITION_KEY: ['There is no global condition key "{0}".', 'Check the spelling of the key.'],
  UNSUPPORTED_GLOBAL_CONDITION_KEY: ['The key aws:ARN is not supported.', 'Use aws:PrincipalArn.'],
  INVALID_SERVICE_CONDITION_KEY: [
    'No service has the condition key "{0}".',
    'Check the spelling of the key and its prefix.',
  ],
  INVALID_CONDITION_DATA_TYPE: [
    'The values mix different JSON types.',
    'Write all values of one key in the same type.',
  ],
  INVALID_CONDITION_MULTIPLE_BOOLEAN: ['A Boolean condition takes one value only.', 'Keep either true or false.'],
  DUPLICATE_KEYS_WITH_DIFFERENT_CASE: [
    'The key "{0}" is there twice; key names do not depend on case.',
    'Put the values together under one key.',
  ],
  MISSING_QUALIFIER: [
    'The key "{0}" can have several values in a request, so it needs a set operator.',
    'Write ForAllValues: or ForAnyValue: before the operator.',
  ],
  MISSING_TAG_KEY_IN_CONDITION: ['"{0}" does not say which tag.', 'Add the tag key, for example {0}/team.'],
  NULL_WITH_IF_EXISTS: ['Null cannot have IfExists.', 'Write Null: it already asks whether the key exists.'],
  PRIVATE_IP_ADDRESS: [
    'aws:SourceIp is a public address, so private ranges never match.',
    'Use public addresses, or aws:VpcSourceIp for addresses in a VPC.',
  ],
  PRIVATE_NOT_IP_ADDRESS: [
    'aws:SourceIp is a public address, so leaving out private ranges has no effect.',
    'Use public addresses, or aws:VpcSourceIp for addresses in a VPC.',
  ],
  INVALID_REGION: ['"{0}" is not a Region.', 'Use a Region code such as us-east-1.'],
  INVALID_VPC_FORMAT: ['"{0}" does not have the form of a VPC ID.', 'Write vpc- and 8 or 17 hexadecimal digits.'],
  INVALID_VPCE_FORMAT: [
    '"{0}" does not have the form of a VPC endpoint ID.',
    'Write vpce- and 8 or 17 hexadecimal digits.',
  ],

  MISSING_BRACE_IN_VARIABLE: ['The policy variable has no closing brace.', 'Add } after the variable.'],
  MISSING_QUOTE_IN_VARIABLE: [
    'The default of a policy variable must stand in single quotes.',
    "Write ${key, 'default'}.",
  ],
  UNSUPPORTED_SPACE_IN_VARIABLE: ['The name of a policy variable cannot hold a space.', 'Remove the space.'],
  UNSUPPORTED_SYMBOL_IN_VARIABLE: ['The name of a policy variable cannot hold "{0}".', 'Remove the symbol.'],
  EMPTY_VARIABLE: ['The policy variable is empty.', 'Put a key between the braces, or remove them.'],
  VARIABLE_UNSUPPORTED_IN_ELEMENT: [
    'Policy variables have no meaning in {0}.',
    'Use them in Resource and in Condition values only.',
  ],
  VARIABLE_UNSUPPORTED_IN_VERSION: [
    'Without "Version": "2012-10-17" this variable is plain text.',
    'Set Version to "2012-10-17".',
  ],
  INVALID_VARIABLE_FOR_OPERATOR: ['{0} does not know policy variables.', 'Use a String or Arn operator.'],

  INVALID_PRINCIPAL_FORMAT: [
    '"{0}" is not a principal.',
    'Use *, an account ID, or the ARN of a user, role or session.',
  ],
  INVALID_PRINCIPAL_KEY: ['"{0}" is not a kind of principal.', 'Use AWS, Service, Federated or CanonicalUser.'],
  UNSUPPORTED_WILDCARD_IN_PRINCIPAL: [
    'A wildcard cannot stand for a part of a principal.',
    'Name each principal, or use * and limit it with a condition on aws:PrincipalArn.',
  ],
  INVALID_SERVICE_PRINCIPAL_FORMAT: [
    '"{0}" is not the name of a service principal.',
    'Write it like ec2.amazonaws.com.',
  ],
  FEDERATED_PRINCIPAL_NOT_SUPPORTED: [
    'A resource policy cannot name an identity provider.',
    'Name the role that the federated users take.',
  ],
  ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL: ['A trust policy cannot have NotPrincipal.', 'Use Principal.'],
  ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL: [
    'A trust policy should not trust everyone.',
    'Name the accounts, users, roles or services that may assume the role.',
  ],
  ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE: [
    'A trust policy cannot have {0}: its resource is the role itself.',
    'Remove the element.',
  ],
  MISMATCHED_ACTION_FOR_PRINCIPAL: ['{0} does not fit the principal of this statement.', 'Use {1}.'],
  UNSUPPORTED_ACTION_IN_POLICY: [
    'A trust policy cannot have the action "{0}".',
    'Use sts:AssumeRole, sts:AssumeRoleWithSAML, sts:AssumeRoleWithWebIdentity, sts:TagSession, sts:SetSourceIdentity or sts:SetContext.',
  ],
  MISSING_ACTION_FOR_CONDITION_KEY: ['The key {0} is only there when {1} is allowed, too.', 'Add the action {1}.'],

  SCP_SYNTAX_ERROR_ACTION_WILDCARD: [
    'In a service control policy * may only stand at the end of an action.',
    'List the actions one by one.',
  ],
  SCP_SYNTAX_ERROR_ALLOW_CONDITION: [
    'An Allow in a service control policy takes no Condition.',
    'Write a Deny with the opposite condition.',
  ],
  SCP_SYNTAX_ERROR_ALLOW_NOTACTION: ['An Allow in a service control policy takes no NotAction.', 'Use Action.'],
  SCP_SYNTAX_ERROR_ALLOW_RESOURCE: [
    'An Allow in a service control policy is for every resource.',
    'Use "Resource": "*".',
  ],
  SCP_SYNTAX_ERROR_NOTRESOURCE: ['An Allow in a service control policy takes no NotResource.', 'Use "Resource": "*".'],
  SCP_SYNTAX_ERROR_PRINCIPAL: ['A service control policy has no {0}.', 'Remove the element.'],
  POLICY_SIZE_EXCEEDS_SCP_QUOTA: [
    'The policy has {0} characters; a service control policy may have {1}.',
    'Split it into several policies.',
  ],
  RCP_SYNTAX_ERROR_ALLOW: ['A resource control policy can only deny.', 'Use "Effect": "Deny".'],
  RCP_SYNTAX_ERROR_ACTION: [
    'A resource control policy cannot be about every action of every service.',
    'Name a service, for example s3:*.',
  ],
  RCP_SYNTAX_ERROR_NOTACTION: ['A resource control policy takes no NotAction.', 'Use Action.'],
  RCP_SYNTAX_ERROR_PRINCIPAL: [
    'The principal of a resource control policy is always "*".',
    'Use "Principal": "*" and limit it by a condition.',
  ],
} as const satisfies Readonly<Record<string, readonly [message: string, advice: string]>>
