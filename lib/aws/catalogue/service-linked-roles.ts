import 'server-only'
import { managedPolicies } from './managed-policies'

/** What AWS makes when a service asks for its role. */
export type ServiceLinkedRole = {
  /** Without the suffix that some services take. */
  roleName: string
  policyArn: string
  takesSuffix: boolean
}

const prefix = 'AWSServiceRoleFor'

/**
 * Services whose role cannot be told from their own name: what follows `AWSServiceRoleFor`, and the policy where its name
 * goes other ways (the services' guides, "Using service-linked roles").
 */
const known: Readonly<Record<string, string | readonly [name: string, policy: string]>> = {
  'access-analyzer': 'AccessAnalyzer',
  acm: 'CertificateManager',
  autoscaling: 'AutoScaling',
  'autoscaling-plans': ['AutoScalingPlans_EC2AutoScaling', 'AWSAutoScalingPlansEC2AutoScalingPolicy'],
  backup: ['Backup', 'AWSBackupServiceLinkedRolePolicyForBackup'],
  batch: 'Batch',
  'channels.lex': ['LexChannels', 'LexChannelPolicy'],
  'cks.kms': 'KeyManagementServiceCustomKeyStores',
  cloud9: 'AWSCloud9',
  cloudtrail: 'CloudTrail',
  'codestar-notifications': 'CodeStarNotifications',
  config: 'Config',
  connect: 'AmazonConnect',
  'contributorinsights.dynamodb': 'DynamoDBCloudWatchContributorInsights',
  'custom-resource.application-autoscaling': [
    'ApplicationAutoScaling_CustomResource',
    'AWSApplicationAutoScalingCustomResourcePolicy',
  ],
  dms: 'DMSServerless',
  'dynamodb.application-autoscaling': [
    'ApplicationAutoScaling_DynamoDBTable',
    'AWSApplicationAutoscalingDynamoDBTablePolicy',
  ],
  'ec2-instance-connect': ['Ec2InstanceConnect', 'Ec2InstanceConnectEndpoint'],
  'ec2.application-autoscaling': [
    'ApplicationAutoScaling_EC2SpotFleetRequest',
    'AWSApplicationAutoscalingEC2SpotFleetRequestPolicy',
  ],
  ec2fleet: 'EC2Fleet',
  ecr: 'ECRTemplate',
  ecs: 'ECS',
  'ecs.application-autoscaling': ['ApplicationAutoScaling_ECSService', 'AWSApplicationAutoscalingECSServicePolicy'],
  eks: 'AmazonEKS',
  'eks-fargate': 'AmazonEKSForFargate',
  'eks-nodegroup': ['AmazonEKSNodegroup', 'AWSServiceRoleForAmazonEKSNodegroup'],
  elasticache: 'ElastiCache',
  elasticbeanstalk: 'ElasticBeanstalk',
  elasticfilesystem: 'AmazonElasticFileSystem',
  elasticloadbalancing: 'ElasticLoadBalancing',
  elasticmapreduce: ['EMRCleanup', 'AmazonEMRCleanupPolicy'],
  'email.cognito-idp': 'AmazonCognitoIdpEmailService',
  es: 'AmazonElasticsearchService',
  events: 'CloudWatchEvents',
  globalaccelerator: ['GlobalAccelerator', 'AWSGlobalAcceleratorSLRPolicy'],
  imagebuilder: ['ImageBuilder', 'AWSServiceRoleForImageBuilder'],
  inspector2: 'AmazonInspector2',
  'kinesisreplication.dynamodb': [
    'DynamoDBKinesisDataStreamsReplication',
    'DynamoDBKinesisReplicationServiceRolePolicy',
  ],
  lakeformation: 'LakeFormationDataAccess',
  'lambda.application-autoscaling': [
    'ApplicationAutoScaling_LambdaConcurrency',
    'AWSApplicationAutoscalingLambdaConcurrencyPolicy',
  ],
  lex: ['LexBots', 'LexBotPolicy'],
  lexv2: ['LexV2Bots', 'AmazonLexV2BotPolicy'],
  lightsail: ['Lightsail', 'LightsailExportAccess'],
  'logger.cloudfront': ['CloudFrontLogger', 'AWSCloudFrontLogger'],
  'malware-protection.guardduty': 'AmazonGuardDutyMalwareProtection',
  'mrk.kms': 'KeyManagementServiceMultiRegionKeys',
  opensearchservice: 'AmazonOpenSearchService',
  'ops.apigateway': 'APIGateway',
  'ops.emr-serverless': 'AmazonEMRServerless',
  organizations: ['Organizations', 'AWSOrganizationsServiceTrustPolicy'],
  'pullthroughcache.ecr': ['ECRPullThroughCache', 'AWSECRPullThroughCache_ServiceRolePolicy'],
  ram: 'ResourceAccessManager',
  rds: 'RDS',
  'rds.application-autoscaling': ['ApplicationAutoScaling_RDSCluster', 'AWSApplicationAutoscalingRDSClusterPolicy'],
  redshift: 'Redshift',
  'replication.dynamodb': 'DynamoDBReplication',
  'replication.ecr': 'ECRReplication',
  'replicator.lambda': ['LambdaReplicator', 'AWSLambdaReplicator'],
  'resource-explorer-2': 'ResourceExplorer',
  rolesanywhere: ['RolesAnywhere', 'AWSRolesAnywhereServicePolicy'],
  'sagemaker.application-autoscaling': [
    'ApplicationAutoScaling_SageMakerEndpoint',
    'AWSApplicationAutoscalingSageMakerEndpointPolicy',
  ],
  securityhub: 'SecurityHub',
  servicequotas: 'ServiceQuotas',
  shield: 'AWSShield',
  spot: 'EC2Spot',
  spotfleet: 'EC2SpotFleet',
  ssm: 'AmazonSSM',
  'ssm-incidents': 'IncidentManager',
  sso: 'SSO',
  'storage-lens.s3': 'S3StorageLens',
  support: 'Support',
  transitgateway: 'VPCTransitGateway',
  trustedadvisor: 'TrustedAdvisor',
  waf: 'WAFLogging',
  wafv2: 'WAFV2Logging',
}

// AWS: others answer "Custom suffix is not allowed".
const suffixed: ReadonlySet<string> = new Set(['autoscaling', 'connect', 'lexv2'])

/** The role of a service such as `autoscaling.amazonaws.com`; null where AWS knows none. Names of services have their case. */
export function serviceLinkedRole(service: string): ServiceLinkedRole | null {
  const [, label] = /^([a-z0-9.-]+)\.amazonaws\.com$/.exec(service) ?? []
  if (label === undefined) return null
  const entry = Object.hasOwn(known, label) ? known[label] : undefined
  const [name, policyName] = typeof entry === 'string' ? [entry] : (entry ?? [])
  const policies = managedPolicies().filter(({ path }) => path === '/aws-service-role/')
  const wanted = bare(name ?? label)
  const policy = policies.find((one) => (policyName ? one.name === policyName : bare(one.name) === wanted))
  if (!policy) return null
  const roleName = prefix + (name ?? policy.name.replace(/^AWS/, '').replace(policyEnding, ''))
  return { roleName, policyArn: policy.arn, takesSuffix: suffixed.has(label) }
}

const policyEnding = /_?(ServiceRole|ServiceLinkedRole|Service)Policy$/

/** What names of services, roles and policies have in common: `AmazonGuardDutyServiceRolePolicy` is `guardduty`. */
const bare = (name: string) =>
  name
    .replace(policyEnding, '')
    .replace(/Service$/, '')
    .replace(/^(AWS|Amazon)+/, '')
    .replaceAll('-', '')
    .toLowerCase()

/** The services that the table names, for its test. */
export const knownServices = Object.keys(known).map((label) => `${label}.amazonaws.com`)
