import { describe, expect, it } from 'vitest'
import { noPolicyAllows } from '../testing/expected'
import { allow, labWith } from '../testing/lab'
import { createBucket } from './create-bucket'
import { deleteBucket } from './delete-bucket'
import { deleteObject } from './delete-object'
import { headBucket } from './head-bucket'
import { listBuckets } from './list-buckets'
import { putObject } from './put-object'

const Body = new TextEncoder().encode('hello')
const quoted = (bucket: string) => `"arn:aws:s3:::${bucket}"`
const noSuchBucket = { code: 'NoSuchBucket', status: 404, message: 'The specified bucket does not exist' }

const names = ({ Buckets }: { Buckets: { Name: string }[] }) => Buckets.map((bucket) => bucket.Name)

describe('CreateBucket', () => {
  it('succeeds in the wanted Region, and says so to nobody twice', async () => {
    const lab = await labWith({ ann: allow('s3:CreateBucket', 'arn:aws:s3:::lab-*') })
    const CreateBucketConfiguration = { LocationConstraint: 'eu-central-1' }
    const input = { Bucket: 'lab-one', CreateBucketConfiguration }
    expect(await lab.as('ann').perform(createBucket, input)).toEqual({ Location: '/lab-one' })
    expect(await lab.store().buckets.find('lab-one')).toEqual({
      name: 'lab-one',
      region: 'eu-central-1',
      createdAt: lab.now,
    })
    await expect(lab.as('ann').perform(createBucket, input)).rejects.toMatchObject({
      code: 'BucketAlreadyOwnedByYou',
      status: 409,
    })
    const events = (await lab.events()).map(({ name, errorCode, resourceName }) => [name, errorCode, resourceName])
    expect(events).toEqual([
      ['CreateBucket', null, 'lab-one'],
      ['CreateBucket', 'BucketAlreadyOwnedByYou', 'lab-one'],
    ])
  })

  it('is refused with the ARN in quotes, also where the name is bad or the Region is wrong', async () => {
    const inFrankfurt = { StringEquals: { 's3:LocationConstraint': 'eu-central-1' } }
    const lab = await labWith({ ann: allow('s3:CreateBucket', '*', inFrankfurt) })
    const ann = lab.as('ann')
    const CreateBucketConfiguration = { LocationConstraint: 'eu-west-1' }
    for (const input of [{ Bucket: 'lab-one' }, { Bucket: 'lab-one', CreateBucketConfiguration }, { Bucket: 'X' }]) {
      await expect(ann.perform(createBucket, input)).rejects.toMatchObject(
        noPolicyAllows(lab.userArn('ann'), 's3:CreateBucket', quoted(input.Bucket)),
      )
    }
    expect(await lab.store().buckets.count()).toBe(0)
    await ann.perform(createBucket, {
      Bucket: 'lab-one',
      CreateBucketConfiguration: { LocationConstraint: 'eu-central-1' },
    })
  })

  it('does not take names that S3 does not take, or Regions that are none', async () => {
    const lab = await labWith()
    for (const Bucket of ['ab', 'Lab', 'lab_one', '-lab', 'lab-', 'la..b', '192.168.5.4', 'xn--lab', 'a'.repeat(64)]) {
      await expect(lab.root.perform(createBucket, { Bucket })).rejects.toMatchObject({
        code: 'InvalidBucketName',
        status: 400,
        message: 'The specified bucket is not valid.',
      })
    }
    const CreateBucketConfiguration = { LocationConstraint: 'eu-moon-1' }
    await expect(lab.root.perform(createBucket, { Bucket: 'lab', CreateBucketConfiguration })).rejects.toMatchObject({
      code: 'InvalidLocationConstraint',
      message: 'The specified location-constraint is not valid',
    })
  })

  it('takes a name that another account has, for each account has its own', async () => {
    const [lab, other] = [await labWith(), await labWith()]
    for (const { root } of [lab, other]) await root.perform(createBucket, { Bucket: 'shared' })
    expect(await other.store().buckets.find('shared')).not.toBeNull()
  })
})

describe('DeleteBucket', () => {
  it('succeeds once the bucket is empty', async () => {
    const lab = await labWith({ ann: allow('s3:DeleteBucket', 'arn:aws:s3:::lab') })
    await lab.root.perform(createBucket, { Bucket: 'lab' })
    await lab.root.perform(putObject, { Bucket: 'lab', Key: 'a', Body })
    await expect(lab.as('ann').perform(deleteBucket, { Bucket: 'lab' })).rejects.toMatchObject({
      code: 'BucketNotEmpty',
      status: 409,
      message: 'The bucket you tried to delete is not empty',
    })
    await lab.root.perform(deleteObject, { Bucket: 'lab', Key: 'a' })
    await lab.as('ann').perform(deleteBucket, { Bucket: 'lab' })
    expect(await lab.store().buckets.find('lab')).toBeNull()
    await expect(lab.as('ann').perform(deleteBucket, { Bucket: 'lab' })).rejects.toMatchObject(noSuchBucket)
  })

  it('is refused before any word on existence', async () => {
    const lab = await labWith({ ann: allow('s3:DeleteBucket', 'arn:aws:s3:::lab/*') })
    await expect(lab.as('ann').perform(deleteBucket, { Bucket: 'lab' })).rejects.toMatchObject(
      noPolicyAllows(lab.userArn('ann'), 's3:DeleteBucket', quoted('lab')),
    )
    expect(await lab.events()).toMatchObject([{ name: 'DeleteBucket', errorCode: 'AccessDenied' }])
  })
})

describe('ListBuckets', () => {
  it('gives pages by name, and those of a prefix', async () => {
    const lab = await labWith({ ann: allow('s3:ListAllMyBuckets') })
    for (const Bucket of ['logs-b', 'data', 'logs-a']) await lab.root.perform(createBucket, { Bucket })
    const all = await lab.as('ann').perform(listBuckets, {})
    expect(all).not.toHaveProperty('ContinuationToken')
    expect(all.Buckets[0]).toEqual({
      Name: 'data',
      CreationDate: lab.now,
      BucketRegion: 'us-east-1',
      BucketArn: 'arn:aws:s3:::data',
    })
    expect(names(all)).toEqual(['data', 'logs-a', 'logs-b'])
    const page = await lab.as('ann').perform(listBuckets, { Prefix: 'logs-', MaxBuckets: 1 })
    expect(page).toMatchObject({ Buckets: [{ Name: 'logs-a' }], Prefix: 'logs-' })
    const ContinuationToken = 'ContinuationToken' in page ? page.ContinuationToken : undefined
    expect(names(await lab.as('ann').perform(listBuckets, { Prefix: 'logs-', ContinuationToken }))).toEqual(['logs-b'])
  })

  it('is asked on everything: a permission for one bucket is none', async () => {
    const lab = await labWith({ ann: allow('s3:*', ['arn:aws:s3:::lab', 'arn:aws:s3:::lab/*']) })
    await expect(lab.as('ann').perform(listBuckets, {})).rejects.toMatchObject(
      noPolicyAllows(lab.userArn('ann'), 's3:ListAllMyBuckets', '*'),
    )
    await expect(lab.root.perform(listBuckets, { MaxBuckets: 0 })).rejects.toMatchObject({ code: 'ValidationError' })
  })
})

describe('HeadBucket', () => {
  it('tells the Region of a bucket to those who may list it, and nobody else whether it is there', async () => {
    const lab = await labWith({ ann: allow('s3:ListBucket', 'arn:aws:s3:::lab-*'), bob: [] })
    const CreateBucketConfiguration = { LocationConstraint: 'eu-central-1' }
    await lab.root.perform(createBucket, { Bucket: 'lab-one', CreateBucketConfiguration })
    expect(await lab.as('ann').perform(headBucket, { Bucket: 'lab-one' })).toEqual({ BucketRegion: 'eu-central-1' })
    await expect(lab.as('ann').perform(headBucket, { Bucket: 'lab-two' })).rejects.toMatchObject(noSuchBucket)
    for (const Bucket of ['lab-one', 'lab-two']) {
      await expect(lab.as('bob').perform(headBucket, { Bucket })).rejects.toMatchObject(
        noPolicyAllows(lab.userArn('bob'), 's3:ListBucket', quoted(Bucket)),
      )
    }
  })

  it('finds no bucket of a name that none can have, and takes none that is too long', async () => {
    const lab = await labWith()
    await expect(lab.root.perform(headBucket, { Bucket: 'Lab' })).rejects.toMatchObject(noSuchBucket)
    await expect(lab.root.perform(headBucket, { Bucket: 'a'.repeat(3000) })).rejects.toMatchObject({ status: 400 })
  })
})
