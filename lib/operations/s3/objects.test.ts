import { beforeEach, describe, expect, it } from 'vitest'
import { noPolicyAllows } from '../testing/expected'
import { allow, deny, type Lab, labWith } from '../testing/lab'
import { createBucket } from './create-bucket'
import { deleteObject } from './delete-object'
import { getObject } from './get-object'
import { putObject } from './put-object'

const Bucket = 'lab'
const Body = new TextEncoder().encode('hello')
const objects = 'arn:aws:s3:::lab/*'
const noSuchBucket = { code: 'NoSuchBucket', status: 404, message: 'The specified bucket does not exist' }

let lab: Lab
const refused = (name: string, action: string, resource: string) =>
  noPolicyAllows(lab.userArn(name), action, `"arn:aws:s3:::${resource}"`)

beforeEach(async () => {
  lab = await labWith({
    ann: allow(['s3:PutObject', 's3:GetObject', 's3:DeleteObject'], objects),
    bob: [allow('s3:GetObject', objects), allow('s3:ListBucket', 'arn:aws:s3:::lab')],
    cid: [],
  })
  await lab.root.perform(createBucket, { Bucket })
})

describe('PutObject', () => {
  it('keeps the bytes; the ETag is their MD5, and no event holds them', async () => {
    const { revision } = await lab.store().account.get()
    const put = await lab
      .as('ann')
      .perform(putObject, { Bucket, Key: 'notes/a b+ü.txt', Body, ContentType: 'text/plain' })
    expect(put).toEqual({ ETag: '"5d41402abc4b2a76b9719d911017c592"' })
    const got = await lab.as('ann').perform(getObject, { Bucket, Key: 'notes/a b+ü.txt' })
    expect(got).toMatchObject({ ContentLength: 5, ContentType: 'text/plain', ETag: put.ETag, LastModified: lab.now })
    expect(new TextDecoder().decode(got.Body)).toBe('hello')
    expect(await lab.store().account.revision()).toBe(revision)
    const events = await lab.events()
    for (const call of ['PutObject', 'GetObject']) {
      const event = events.find(({ name }) => name === call)
      expect(event?.record).not.toContain('hello')
      expect(JSON.parse(event?.record ?? '')).toMatchObject({ eventCategory: 'Data', managementEvent: false })
    }
  })

  it('replaces what was there; no bytes are fine, too', async () => {
    await lab.as('ann').perform(putObject, { Bucket, Key: 'a', Body, ContentType: 'text/plain' })
    await lab.as('ann').perform(putObject, { Bucket, Key: 'a', Body: new Uint8Array() })
    const got = await lab.as('ann').perform(getObject, { Bucket, Key: 'a' })
    expect(got).toMatchObject({ ContentLength: 0, ContentType: 'binary/octet-stream' })
  })

  it('is refused before any word on the bucket', async () => {
    await expect(lab.as('cid').perform(putObject, { Bucket, Key: 'a', Body })).rejects.toMatchObject(
      refused('cid', 's3:PutObject', 'lab/a'),
    )
    await expect(lab.as('cid').perform(putObject, { Bucket: 'none', Key: 'a', Body })).rejects.toMatchObject(
      refused('cid', 's3:PutObject', 'none/a'),
    )
    await expect(lab.root.perform(putObject, { Bucket: 'none', Key: 'a', Body })).rejects.toMatchObject(noSuchBucket)
    expect(await lab.store().objects.count(Bucket)).toBe(0)
  })

  it('takes 5 MB and not one byte more', async () => {
    const largest = 5 * 1024 * 1024
    await lab.root.perform(putObject, { Bucket, Key: 'a', Body: new Uint8Array(largest) })
    await expect(
      lab.root.perform(putObject, { Bucket, Key: 'b', Body: new Uint8Array(largest + 1) }),
    ).rejects.toMatchObject({
      code: 'EntityTooLarge',
      status: 400,
      message: 'Your proposed upload exceeds the maximum allowed size',
    })
  })

  it('counts the bytes of a key, not its letters', async () => {
    await lab.root.perform(putObject, { Bucket, Key: 'ü'.repeat(512), Body })
    for (const Key of [`${'ü'.repeat(512)}a`, 'a'.repeat(1025)]) {
      await expect(lab.root.perform(putObject, { Bucket, Key, Body })).rejects.toMatchObject({
        code: 'KeyTooLongError',
        message: 'Your key is too long',
      })
    }
  })

  it.each(['', 'a\0b', 'a/\u{10FFFF}'])('does not take the key %j', async (Key) => {
    await expect(lab.root.perform(putObject, { Bucket, Key, Body })).rejects.toMatchObject({ status: 400 })
  })
})

describe('GetObject', () => {
  it('tells that a key is missing only to those who may list the bucket', async () => {
    await expect(lab.as('bob').perform(getObject, { Bucket, Key: 'a' })).rejects.toMatchObject({
      code: 'NoSuchKey',
      status: 404,
      message: 'The specified key does not exist.',
    })
    await expect(lab.as('ann').perform(getObject, { Bucket, Key: 'a' })).rejects.toMatchObject(
      refused('ann', 's3:ListBucket', 'lab'),
    )
    const errors = (await lab.events()).slice(1).map((event) => event.errorCode)
    expect(errors).toEqual(['NoSuchKey', 'AccessDenied'])
    await expect(lab.root.perform(getObject, { Bucket: 'none', Key: 'a' })).rejects.toMatchObject(noSuchBucket)
  })

  it('is refused to those who may list but not get', async () => {
    lab = await labWith({ ann: [allow('s3:*'), deny('s3:GetObject', 'arn:aws:s3:::lab/secret/*')] })
    await lab.root.perform(createBucket, { Bucket })
    for (const Key of ['secret/a', 'open/a']) await lab.root.perform(putObject, { Bucket, Key, Body })
    await lab.as('ann').perform(getObject, { Bucket, Key: 'open/a' })
    await expect(lab.as('ann').perform(getObject, { Bucket, Key: 'secret/a' })).rejects.toMatchObject({
      code: 'AccessDenied',
      message: expect.stringMatching(
        /"arn:aws:s3:::lab\/secret\/a" with an explicit deny in an identity-based policy$/,
      ),
    })
  })
})

describe('DeleteObject', () => {
  it('succeeds, also for a key that is not there', async () => {
    await lab.root.perform(putObject, { Bucket, Key: 'a', Body })
    await lab.as('ann').perform(deleteObject, { Bucket, Key: 'a' })
    await lab.as('ann').perform(deleteObject, { Bucket, Key: 'a' })
    expect(await lab.store().objects.count(Bucket)).toBe(0)
  })

  it('is refused without permission', async () => {
    await lab.root.perform(putObject, { Bucket, Key: 'a', Body })
    await expect(lab.as('bob').perform(deleteObject, { Bucket, Key: 'a' })).rejects.toMatchObject(
      refused('bob', 's3:DeleteObject', 'lab/a'),
    )
    expect(await lab.store().objects.count(Bucket)).toBe(1)
    await expect(lab.root.perform(deleteObject, { Bucket: 'none', Key: 'a' })).rejects.toMatchObject(noSuchBucket)
    await expect(lab.root.perform(deleteObject, { Bucket, Key: '' })).rejects.toMatchObject({ code: 'ValidationError' })
  })
})
