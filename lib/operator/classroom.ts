import 'server-only'
import type { SignedCaller } from '@/lib/access/caller'
import { iamArn } from '@/lib/aws/arn'
import { perform } from '@/lib/gate/perform'
import type { World } from '@/lib/gate/world'
import type { Operation } from '@/lib/operations/define'
import { attachGroupPolicy } from '@/lib/operations/iam/attach-group-policy'
import { createGroup } from '@/lib/operations/iam/create-group'
import { createLoginProfile } from '@/lib/operations/iam/create-login-profile'
import { createUser } from '@/lib/operations/iam/create-user'
import { putGroupPolicy } from '@/lib/operations/iam/put-group-policy'
import { createBucket } from '@/lib/operations/s3/create-bucket'
import { putObject } from '@/lib/operations/s3/put-object'
import { randomPassword } from '@/lib/secrets/random-password'
import { read } from '@/lib/store'

export type Classroom = { users: { name: string; password: string }[] }

const groups = [
  { name: 'S3-Support', managed: 'arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess' },
  { name: 'EC2-Support', managed: 'arn:aws:iam::aws:policy/AmazonEC2ReadOnlyAccess' },
  { name: 'EC2-Admin' },
]

const startAndStop = {
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Action: ['ec2:Describe*', 'ec2:StartInstances', 'ec2:StopInstances', 'cloudwatch:DescribeAlarms'],
      Resource: '*',
    },
  ],
}

const userNames = ['user-1', 'user-2', 'user-3']

const buckets = {
  'dojo-handouts': {
    'welcome.txt': 'Welcome. If you can read this, somebody gave you s3:GetObject on this bucket.\n',
    'exercises/01-support.txt':
      'user-1 looks after storage: put user-1 into S3-Support.\n' +
      'user-2 looks at servers: put user-2 into EC2-Support.\n' +
      'user-3 starts and stops them: put user-3 into EC2-Admin.\n' +
      'Then sign in as each of them and find out what is refused, and why.\n',
  },
  'dojo-reports': {
    '2026/october.csv': 'day,visitors\n2026-10-01,120\n2026-10-02,95\n',
    '2026/november.csv': 'day,visitors\n2026-11-01,134\n2026-11-02,141\n',
  },
}

/** The classic classroom: three jobs as groups, three users in none of them, two buckets. Root does it all, through the door. */
export async function furnish(account: string, world: World): Promise<Classroom> {
  const root = await rootOf(account, world)
  const as = <In, Out>(operation: Operation<In, Out>, input: In) =>
    perform(operation, input, { ...world, caller: root })
  for (const { name, managed } of groups) {
    await as(createGroup, { GroupName: name })
    if (managed) await as(attachGroupPolicy, { GroupName: name, PolicyArn: managed })
  }
  const PolicyDocument = JSON.stringify(startAndStop, null, 2)
  await as(putGroupPolicy, { GroupName: 'EC2-Admin', PolicyName: 'EC2-Admin-Policy', PolicyDocument })

  const users = userNames.map((name) => ({ name, password: randomPassword() }))
  for (const { name, password } of users) {
    await as(createUser, { UserName: name })
    await as(createLoginProfile, { UserName: name, Password: password })
  }
  for (const [Bucket, objects] of Object.entries(buckets)) {
    await as(createBucket, { Bucket })
    for (const [Key, text] of Object.entries(objects)) {
      await as(putObject, { Bucket, Key, Body: Buffer.from(text), ContentType: 'text/plain; charset=utf-8' })
    }
  }
  return { users }
}

async function rootOf(account: string, { now }: World): Promise<SignedCaller> {
  return {
    kind: 'root',
    account,
    revision: await read(account).account.revision(),
    arn: iamArn(account, 'root', '', ''),
    credential: { kind: 'console', sessionId: 'first start', since: now, mfaAt: null },
  }
}
