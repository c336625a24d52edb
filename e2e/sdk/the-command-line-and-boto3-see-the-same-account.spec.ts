import { ListUsersCommand } from '@aws-sdk/client-iam'
import { expect, has, run, test } from './fixtures'

test('the aws command line', async ({ account, iam }) => {
  test.slow()
  if (!has('aws', '--version')) return
  const aws = (...parameters: string[]) => run('aws', [...parameters, '--output', 'json'], account.key)
  expect(aws('iam', 'create-user', '--user-name', 'ann', '--tags', 'Key=team,Value=a b').stderr).toBe('')
  const { Users = [] } = await iam.send(new ListUsersCommand({}))
  expect(Users.map(({ UserName }) => UserName)).toEqual(['ann'])
  expect(JSON.parse(aws('iam', 'list-users').stdout).Users).toHaveLength(1)
  expect(aws('iam', 'get-user', '--user-name', 'bob').stderr).toContain(
    'An error occurred (NoSuchEntity) when calling the GetUser operation: The user with name bob cannot be found.',
  )
  expect(run('aws', ['iam', 'list-users'], { ...account.key, secret: 'wrong' }).stderr).toContain(
    'SignatureDoesNotMatch',
  )
  const bucket = `s3://cli-${account.id}`
  expect(aws('s3', 'mb', bucket).stderr).toBe('')
  expect(run('aws', ['s3', 'cp', '-', `${bucket}/a b+ü.txt`], account.key, 'by the command line').stderr).toBe('')
  expect(aws('s3', 'cp', `${bucket}/a b+ü.txt`, '-').stdout).toBe('by the command line')
  expect(aws('s3', 'rb', bucket, '--force').status).toBe(0)
  const events = JSON.parse(aws('cloudtrail', 'lookup-events', '--max-results', '50').stdout).Events
  expect(events.map(({ EventName }: { EventName: string }) => EventName)).toContain('CreateUser')
})

const script = `
import boto3, json, sys
from botocore.config import Config
iam = boto3.client('iam')
iam.create_user(UserName='ann', Tags=[{'Key': 'k', 'Value': 'a+b c'}])
document = {'Version': '2012-10-17', 'Statement': [{'Effect': 'Allow', 'Action': 's3:*', 'Resource': '*'}]}
iam.put_user_policy(UserName='ann', PolicyName='p', PolicyDocument=json.dumps(document))
assert iam.get_user_policy(UserName='ann', PolicyName='p')['PolicyDocument'] == document
assert iam.list_user_tags(UserName='ann')['Tags'] == [{'Key': 'k', 'Value': 'a+b c'}]
iam.tag_user(UserName='ann', Tags=[])
try:
    iam.get_user(UserName='bob')
    raise SystemExit('bob is there')
except iam.exceptions.NoSuchEntityException as error:
    assert error.response['Error']['Message'] == 'The user with name bob cannot be found.'
names = [user['UserName'] for page in iam.get_paginator('list_users').paginate(PaginationConfig={'PageSize': 1}) for user in page['Users']]
assert names == ['ann'], names
s3 = boto3.client('s3', config=Config(signature_version='s3v4'))
bucket = sys.argv[1]
s3.create_bucket(Bucket=bucket, CreateBucketConfiguration={'LocationConstraint': 'eu-west-1'})
for key in ['a b+c//ü', 'plain']:
    s3.put_object(Bucket=bucket, Key=key, Body=key.encode())
    assert s3.get_object(Bucket=bucket, Key=key)['Body'].read() == key.encode()
assert [object['Key'] for object in s3.list_objects(Bucket=bucket)['Contents']] == ['a b+c//ü', 'plain']
print(s3.generate_presigned_url('get_object', Params={'Bucket': bucket, 'Key': 'a b+c//ü'}, ExpiresIn=60))
`

test('boto3', async ({ account }) => {
  test.slow()
  if (!has('python3', '-c', 'import boto3')) return
  const { stdout, stderr, status } = run('python3', ['-', `boto-${account.id}`], account.key, script)
  expect({ stderr, status }).toMatchObject({ status: 0 })
  expect(await (await fetch(stdout.trim())).text()).toBe('a b+c//ü')
  expect((await fetch(stdout.trim().replace('Expires=60', 'Expires=61'))).status).toBe(403)
})
