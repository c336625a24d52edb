// biome-ignore-all lint/suspicious/noTemplateCurlyInString: policy variables look like that
// A tiny world in which patterns and requests meet often, made of what has fooled policy engines before.
import type { Principal } from '../types'

export const HOME = '111111111111'
export const AWAY = '222222222222'

const user = (account: string, name: string): Principal => ({
  kind: 'user',
  account,
  arn: `arn:aws:iam::${account}:user/${name}`,
})
const role = (account: string, more: { provider?: string; serviceLinked?: boolean } = {}): Principal => ({
  kind: 'role',
  account,
  arn: `arn:aws:sts::${account}:assumed-role/r/s`,
  roleArn: `arn:aws:iam::${account}:role/p/r`,
  ...more,
})
const federated = (account: string): Principal => ({
  kind: 'federated',
  account,
  arn: `arn:aws:sts::${account}:federated-user/f`,
  userArn: `arn:aws:iam::${account}:user/a`,
})

/** Common callers come more than once. */
export const CALLERS: Principal[] = [
  user(HOME, 'a'),
  user(HOME, 'a'),
  user(HOME, 'p/a'),
  user(AWAY, 'a'),
  role(HOME),
  role(HOME),
  role(HOME, { provider: 'id.example.com' }),
  role(HOME, { serviceLinked: true }),
  role(AWAY),
  federated(HOME),
  federated(AWAY),
  { kind: 'root', account: HOME, arn: `arn:aws:iam::${HOME}:root` },
  { kind: 'root', account: AWAY, arn: `arn:aws:iam::${AWAY}:root` },
  { kind: 'web-identity', provider: 'id.example.com', arn: 'id.example.com' },
  { kind: 'service', service: 'x.amazonaws.com', arn: 'x.amazonaws.com' },
  { kind: 'anonymous', arn: 'anonymous' },
]

/** Everything that a Principal element may call somebody, and a few things that are nobody. */
export const PRINCIPALS: [type: string, text: string][] = [
  ...[HOME, AWAY].flatMap((account): [string, string][] => [
    ['AWS', account],
    ['AWS', `arn:aws:iam::${account}:root`],
    ['AWS', `arn:aws:iam::${account}:user/a`],
    ['AWS', `arn:aws:iam::${account}:role/p/r`],
    ['AWS', `arn:aws:sts::${account}:assumed-role/r/s`],
    ['AWS', `arn:aws:sts::${account}:federated-user/f`],
  ]),
  ['AWS', '*'],
  ['AWS', `arn:aws:iam::${HOME}:user/p/a`],
  ['AWS', `arn:aws:iam::${HOME}:user/*`],
  ['AWS', 'AIDACKCEVSQ6C2EXAMPLE'],
  ['Service', 'x.amazonaws.com'],
  ['Service', 'y.amazonaws.com'],
  ['Federated', 'id.example.com'],
  ['CanonicalUser', '79a59df900b949e55d96a1e698fbaced'],
]

export const ACTIONS = ['s3:Get', 's3:Get', 's3:GetAb', 's3:Put', 's3-x:Get', 'S3:geTAB', 'iam:Get', 'iam:CreatePolicy']
export const RARE_ACTIONS = [
  'sts:GetCallerIdentity',
  'STS:getcalleridentity',
  'sts:GetSessionToken',
  'sts:AssumeRole',
  'iam:TagRole',
]
export const ACTION_PATTERNS = [
  ...['*', 's3:*', 'S3:g*', 's3:Get', 's3:get?b', 's3:*t', 's3:G*t*', 's3:?ut', 's3-x:*', 'iam:*', 's3:G.t', 'sts:*'],
  ...['s3:Get,s3:Put', ' s3:Get', 's3:', 's3:${k}', 's3:*b*', 'iam:???', 's3:GETAB', 's3', 's3:**t', 's3:G[e]t'],
]

export const RESOURCES = [
  ...['*', 'arn:aws:s3:::a', 'arn:aws:s3:::a/b', 'arn:aws:s3:::a/a/b', 'arn:aws:s3:::A', 'arn:aws:s3:::a/*'],
  ...[`arn:aws:s3:r1:${HOME}:a:b`, `arn:aws:s3:r2:${AWAY}:a/b`, `arn:aws:iam::${HOME}:role/a`, 'arn:aws:s3:::${k}'],
]
export const RARE_RESOURCES = [
  ...['arn:aws:iam::aws:policy/a', `arn:aws:iam::${HOME}:role/aws-reserved/a`, 'arn:aws:s3:::', 'arn:aws:s3:::a/\n'],
]
export const ARN_HEADS = [
  ...['arn:aws:s3:::', 'arn:aws:s3:::', 'arn:aws:s3:*:*:', 'arn:aws:*:::', 'arn:*:s3:r?:*:', 'arn:aws:s3:${k}::'],
  ...[`arn:aws:s3:r1:${HOME}:`, `arn:aws:iam::${HOME}:`, 'arn:aws:s3:r*:??????????*:', 'arn:*:*:*:*:'],
]
/** Cut short: the parts that are missing match anything. Resource policies do not know these. */
export const SHORT_ARNS = [
  'arn:aws:s3',
  'arn:aws:s3:*',
  'arn:aws:iam',
  'arn:aws:s3:r1',
  'arn:aws:s3::',
  `arn:*:*:*:${HOME}`,
]

export const PIECES = ['a', 'b', 'A', '/', '*', '?', '.', 'ab', ':', '']
export const VARIABLES = [
  ...['${k}', '${K}', '${tag/T}', "${k, 'a'}", "${none, 'a'}", "${none, ''}", '${none}', '${list}', "${list, 'b'}"],
  ...['${*}', '${?}', '${$}', '${empty}', '${star}', '$', '${', '}'],
]

export const KEYS = ['k', 'k', 'tag/T', 'list', 'empty', 'star', 'none', 'NUM', 'when', 'ip', 'arn', 'flag', 'bin']
export const TEXTS = ['a', 'a', 'a', 'b', 'ab', 'A', '', 'a/b', 'a:b', '*', '?', '${k}', '$']
export const NUMBERS = ['10', '10.0', '9', '-1', '0', '010', '10abc', '0.5', '']
export const DATES = [
  '2024-05-01',
  '2024-05-01T00:00:00Z',
  '2024-05-01T02:00:00+02:00',
  '1714521600',
  '2024',
  '2024-01-01',
  'soon',
  '2024-02-30',
]
export const ADDRESSES = [
  '10.0.0.1',
  '10.0.1.1',
  '200.1.1.1',
  '::1',
  '2001:db8::1',
  '2001:DB8:0:0:0:0:0:1',
  '10.0.0',
  '10.0.0.256',
]
export const RANGES = [
  ...[
    '10.0.0.0/24',
    '10.0.0.9/31',
    '0.0.0.0/0',
    '128.0.0.0/1',
    '10.0.0.1',
    '::/0',
    '2001:db8::/33',
    '::1',
    '10.0.0.0/33',
  ],
]
export const ARNS = [
  'arn:aws:s3:::a',
  `arn:aws:s3:r1:${HOME}:a:b`,
  `arn:aws:iam::${HOME}:role/p/r`,
  'a',
  'arn:aws:s3',
  '*',
]
export const FLAGS = ['true', 'false', 'True', 'FALSE', 'yes', '']
export const BINARIES = ['QUJD', 'QUJE', 'qujd', 'QQ==', '', '!']
