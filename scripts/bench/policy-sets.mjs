// The four sets of policies and their questions, in a plain form that every engine's adapter can translate:
// a statement is { effect, actions, resources, when? } and `when` is one of { ip }, { team }, { secure }.

const ACCOUNT = '111122223333'
const SERVICES = ['s3', 'ec2', 'lambda', 'dynamodb', 'sqs', 'sns', 'logs', 'kms', 'ecs', 'ecr', 'rds', 'ssm', 'glue']
const CONTEXTS = [
  { ip: '10.1.2.3', team: 'red', secure: true },
  { ip: '192.168.7.9', team: 'blue', secure: true },
  { ip: '10.9.9.9', team: 'green', secure: false },
]

const arn = (service, rest) => `arn:aws:${service}:${service === 's3' ? '::' : `eu-west-1:${ACCOUNT}:`}${rest}`
const allow = (actions, resources, when) => ({ effect: 'Allow', actions, resources, ...(when && { when }) })
const deny = (actions, resources, when) => ({ ...allow(actions, resources, when), effect: 'Deny' })

/** (a) One policy with two statements. */
function small() {
  return {
    name: '(a) 2 statements',
    identity: [
      [
        allow(['s3:GetObject', 's3:ListBucket'], [arn('s3', 'reports'), arn('s3', 'reports/*')]),
        deny(['s3:*'], [arn('s3', 'reports/secret/*')]),
      ],
    ],
    questions: cross(
      ['s3:GetObject', 's3:ListBucket', 's3:PutObject', 'ec2:RunInstances'],
      [arn('s3', 'reports'), arn('s3', 'reports/2026/may.csv'), arn('s3', 'reports/secret/x'), arn('s3', 'other/x')],
    ),
  }
}

/** (b) Ten managed policies, policies of two groups and a boundary. */
function realistic() {
  const managed = SERVICES.slice(0, 10).map((service, i) => [
    allow([`${service}:Get*`, `${service}:List*`, `${service}:Describe*`], ['*']),
    allow([`${service}:Put*`, `${service}:Update*`], [arn(service, 'dev-*')], { team: 'red' }),
    allow([`${service}:Create*`, `${service}:TagResource`], [arn(service, 'dev-*'), arn(service, 'test-*')], {
      ip: '10.0.0.0/8',
    }),
    allow([`${service}:Delete*`], [arn(service, 'dev-*/scratch/*')], { secure: true }),
    allow([`${service}:StartJob`, `${service}:StopJob`], [arn(service, 'batch-nightly'), arn(service, `batch-${i}`)]),
    allow([`${service}:*Configuration`], [arn(service, '*-config')]),
    deny([`${service}:Delete*`, `${service}:Put*`], [arn(service, '*prod*')]),
    deny([`${service}:*`], [arn(service, 'vault-*')], { secure: false }),
  ])
  const groups = ['red', 'blue'].map((team) =>
    SERVICES.slice(0, 8).map((service) => allow([`${service}:Run*`], [arn(service, `${team}-*`)], { team })),
  )
  return {
    name: '(b) 10 policies, 2 groups, boundary',
    identity: [...managed, ...groups],
    boundary: [[...SERVICES.slice(0, 9).map((service) => allow([`${service}:*`], ['*'])), allow(['iam:Get*'], ['*'])]],
    questions: cross(
      ['s3:GetObject', 'ec2:PutThing', 'lambda:DeleteThing', 'sqs:CreateQueue', 'ecr:GetThing', 'sns:StartJob'],
      ['dev-x/scratch/1', 'prod-db', 'vault-7', 'batch-nightly', 'red-1', 'other'],
    ).map((question) => ({ ...question, resource: arn(question.action.split(':')[0], question.resource) })),
  }
}

/** (c) and (d): many statements about few services, each with its own resources, as a platform's generated roles have. */
function many(name, count) {
  const statements = Array.from({ length: count }, (_, i) => {
    const service = SERVICES[i % SERVICES.length]
    const when = i % 5 === 0 ? { ip: '10.0.0.0/8' } : i % 7 === 0 ? { team: 'red' } : undefined
    if (i % 20 === 19) return deny([`${service}:Delete*`], [arn(service, `app-${i - 13}/*`)])
    if (i % 3 === 0) return allow([`${service}:GetObject`, `${service}:PutObject`], [arn(service, `app-${i}`)], when)
    return allow([`${service}:Get*`, `${service}:DeleteObject`], [arn(service, `app-${i}/*`)], when)
  })
  const places = [3, 6, 13, 26, 39, 52, 106, 500, count - 1, count + 5]
  const questions = places.flatMap((i) =>
    ['GetObject', 'PutObject', 'DeleteObject'].flatMap((verb) =>
      [`app-${i}`, `app-${i}/k`].map((rest) => ({
        action: `${SERVICES[i % SERVICES.length]}:${verb}`,
        resource: arn(SERVICES[i % SERVICES.length], rest),
      })),
    ),
  )
  return {
    name,
    identity: chunks(statements, 20),
    questions: questions.map((each, i) => ({ ...each, context: CONTEXTS[i % 3] })),
  }
}

const cross = (actions, resources) =>
  actions.flatMap((action, i) =>
    resources.map((resource, j) => ({ action, resource, context: CONTEXTS[(i + j) % CONTEXTS.length] })),
  )

const chunks = (list, size) =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size))

export const sets = () => [
  small(),
  realistic(),
  many('(c) 1,000 statements', 1_000),
  many('(d) 10,000 statements', 10_000),
]

const CONDITIONS = {
  ip: (value) => ({ IpAddress: { 'aws:SourceIp': value } }),
  team: (value) => ({ StringEquals: { 'aws:PrincipalTag/team': value } }),
  secure: (value) => ({ Bool: { 'aws:SecureTransport': String(value) } }),
}

/** A list of statements as a policy document. */
export const documentOf = (statements) => ({
  Version: '2012-10-17',
  Statement: statements.map(({ effect, actions, resources, when }) => {
    const statement = { Effect: effect, Action: actions, Resource: resources }
    if (!when) return statement
    const [[kind, value]] = Object.entries(when)
    return { ...statement, Condition: CONDITIONS[kind](value) }
  }),
})
