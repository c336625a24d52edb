import {
  CreateUserCommand,
  GetAccountSummaryCommand,
  GetUserCommand,
  GetUserPolicyCommand,
  IAMClient,
  ListUsersCommand,
  NoSuchEntityException,
  PutUserPolicyCommand,
} from '@aws-sdk/client-iam'
import {
  CreateBucketCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadBucketCommand,
  ListObjectsCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import { describe, expect, it } from 'vitest'
import { accountWithKey, inProcess, type Key } from './testing'

const settings = (key: Key) => ({
  region: 'eu-west-1',
  endpoint: 'http://localhost:3000/aws',
  credentials: { accessKeyId: key.id, secretAccessKey: key.secret },
  requestHandler: inProcess,
  maxAttempts: 1,
})

describe('the official SDK', () => {
  it('reads back what it wrote to IAM, whatever is in it', async () => {
    const { account, key } = await accountWithKey()
    const iam = new IAMClient(settings(key))
    const Tags = [{ Key: 'a b', Value: 'x+y/ü@' }]
    const { User } = await iam.send(new CreateUserCommand({ UserName: 'ann', Path: '/team/', Tags }))
    expect(User).toMatchObject({ Arn: `arn:aws:iam::${account}:user/team/ann`, Tags, CreateDate: expect.any(Date) })
    const PolicyDocument =
      '{"Version":"2012-10-17",\r\n\t"Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]} '
    await iam.send(new PutUserPolicyCommand({ UserName: 'ann', PolicyName: 'p', PolicyDocument }))
    const policy = await iam.send(new GetUserPolicyCommand({ UserName: 'ann', PolicyName: 'p' }))
    expect(decodeURIComponent(policy.PolicyDocument ?? '')).toBe(PolicyDocument)
    expect(policy.PolicyDocument).not.toMatch(/[ +"]/)
    expect((await iam.send(new ListUsersCommand({ MaxItems: 1 }))).IsTruncated).toBe(false)
    expect((await iam.send(new GetAccountSummaryCommand({}))).SummaryMap).toMatchObject({ Users: 1 })
  })

  it('throws the errors of its own classes', async () => {
    const { key } = await accountWithKey()
    const iam = new IAMClient(settings(key))
    const failure = iam.send(new GetUserCommand({ UserName: 'nobody' }))
    await expect(failure).rejects.toBeInstanceOf(NoSuchEntityException)
    await expect(failure).rejects.toMatchObject({
      message: 'The user with name nobody cannot be found.',
      $metadata: { httpStatusCode: 404, requestId: '00000000-0000-4000-8000-000000000000' },
    })
  })

  it('stores and lists objects under any key', async () => {
    const { key } = await accountWithKey()
    const s3 = new S3Client({ ...settings(key), forcePathStyle: true })
    const Bucket = `b-${key.id.toLowerCase()}`
    const CreateBucketConfiguration = { LocationConstraint: 'eu-central-1' } as const
    await s3.send(new CreateBucketCommand({ Bucket, CreateBucketConfiguration }))
    expect(await s3.send(new HeadBucketCommand({ Bucket }))).toMatchObject({ BucketRegion: 'eu-central-1' })
    const keys = ['a b+c//d%2F/ü&<>.txt', 'plain', "x!'()*"]
    for (const Key of keys)
      await s3.send(new PutObjectCommand({ Bucket, Key, Body: `of ${Key}`, ContentType: 'text/plain' }))
    for (const Key of keys) {
      const object = await s3.send(new GetObjectCommand({ Bucket, Key }))
      expect(await object.Body?.transformToString()).toBe(`of ${Key}`)
      expect(object).toMatchObject({ ContentType: 'text/plain', LastModified: expect.any(Date) })
    }
    const page = await s3.send(new ListObjectsV2Command({ Bucket }))
    expect(page.Contents?.map((object) => object.Key)).toEqual(keys)
    const part = await s3.send(new GetObjectCommand({ Bucket, Key: 'plain', Range: 'bytes=3-5' }))
    expect([await part.Body?.transformToString(), part.ContentRange]).toEqual(['pla', 'bytes 3-5/8'])
    const gone = await s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects: keys.map((Key) => ({ Key })) } }))
    expect(gone.Deleted?.map((object) => object.Key)).toEqual(keys)
    await expect(s3.send(new GetObjectCommand({ Bucket, Key: 'plain' }))).rejects.toMatchObject({ name: 'NoSuchKey' })
  })

  it('walks folders with the older list', async () => {
    const { key } = await accountWithKey()
    const s3 = new S3Client({ ...settings(key), forcePathStyle: true })
    const Bucket = `b-${key.id.toLowerCase()}`
    await s3.send(new CreateBucketCommand({ Bucket }))
    for (const Key of ['a/1', 'a/2', 'b', 'c/1']) await s3.send(new PutObjectCommand({ Bucket, Key, Body: 'x' }))
    const seen: (string | undefined)[] = []
    let Marker: string | undefined
    do {
      const page = await s3.send(new ListObjectsCommand({ Bucket, Delimiter: '/', MaxKeys: 1, Marker }))
      seen.push(page.Contents?.[0]?.Key ?? page.CommonPrefixes?.[0]?.Prefix)
      Marker = page.NextMarker
    } while (Marker)
    expect(seen).toEqual(['a/', 'b', 'c/'])
  })
})
