/** Default quotas, under AWS's own names where GetAccountSummary has one. Numbers that AWS lets a customer raise are defaults. */
export const limits = {
  UsersQuota: 5000,
  GroupsQuota: 300,
  RolesQuota: 1000,
  PoliciesQuota: 1500,
  InstanceProfilesQuota: 1000,
  ServerCertificatesQuota: 20,
  GroupsPerUserQuota: 10,
  AccessKeysPerUserQuota: 2,
  SigningCertificatesPerUserQuota: 2,
  SSHPublicKeysPerUserQuota: 5,
  /** For each service. */
  ServiceSpecificCredentialsPerUserQuota: 2,
  MFADevicesPerUserQuota: 8,
  AttachedPoliciesPerUserQuota: 10,
  AttachedPoliciesPerGroupQuota: 10,
  AttachedPoliciesPerRoleQuota: 10,
  VersionsPerPolicyQuota: 5,
  PolicyVersionsInUseQuota: 10_000,
  SAMLProvidersQuota: 100,
  OpenIDConnectProvidersQuota: 100,
  ClientIdsPerOpenIdConnectProviderQuota: 100,
  ThumbprintsPerOpenIdConnectProviderQuota: 5,
  PrivateKeysPerSAMLProviderQuota: 2,
  TagsPerResourceQuota: 50,
  InstanceSessionsPerInstanceProfile: 1,
  /** Characters; white space outside strings is not counted. */
  PolicySizeQuota: 6144,
  /** Sums over all inline policies of one owner, counted in the same way. */
  UserPolicySizeQuota: 2048,
  GroupPolicySizeQuota: 5120,
  RolePolicySizeQuota: 10_240,
  AssumeRolePolicySizeQuota: 2048,
  /** The most to which a customer can raise the trust policy's size. */
  AssumeRolePolicySizeMaximum: 4096,
  SessionPolicySizeQuota: 2048,
  SessionPolicyArnsQuota: 10,
  /** White space counts here. */
  ServiceControlPolicySizeQuota: 5120,
  ResourceControlPolicySizeQuota: 5120,
  BucketPolicySizeQuota: 20_480,
  OrganizationPoliciesPerTargetQuota: 5,
  /** What the wire accepts at all, before any size rule. */
  PolicyDocumentLength: 131_072,
  GlobalEndpointTokenVersion: 1,
} as const

/** Shortest, longest and, where AWS has one, default. Seconds unless the name says otherwise. */
export const ranges = {
  maxSessionDuration: { min: 3600, max: 43_200, default: 3600 },
  assumeRole: { min: 900, max: 43_200, default: 3600 },
  assumeRoot: { min: 0, max: 900, default: 900 },
  chainedRole: { min: 900, max: 3600, default: 3600 },
  getSessionToken: { min: 900, max: 129_600, default: 43_200 },
  getSessionTokenAsRoot: { min: 900, max: 3600, default: 3600 },
  getFederationToken: { min: 900, max: 129_600, default: 43_200 },
  passwordLength: { min: 6, max: 128, default: 8 },
  passwordAgeDays: { min: 1, max: 1095 },
  passwordReuse: { min: 1, max: 24 },
  maxItems: { min: 1, max: 1000, default: 100 },
  bucketKeyBytes: { min: 1, max: 1024 },
} as const
