import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Operation } from '../define'
import { badInput, conflict, noPolicyAllows, noSuchEntity, noUser, overQuota } from '../testing/expected'
import { allow, labWith } from '../testing/lab'
import { createServiceSpecificCredential } from './create-service-specific-credential'
import { deleteServiceSpecificCredential } from './delete-service-specific-credential'
import { deleteUser } from './delete-user'
import { listServiceSpecificCredentials } from './list-service-specific-credentials'
import { resetServiceSpecificCredential } from './reset-service-specific-credential'
import { updateServiceSpecificCredential } from './update-service-specific-credential'

const code = 'codecommit.amazonaws.com'
const bedrock = 'bedrock.amazonaws.com'
const bobs = 'arn:aws:iam::*:user/bob'

async function labWithCredential(permissions = allow('iam:*ServiceSpecificCredential*', bobs)) {
  const lab = await labWith({ ann: permissions, bob: [] })
  const input = { UserName: 'bob', ServiceName: code }
  const { ServiceSpecificCredential: made } = await lab.root.perform(createServiceSpecificCredential, input)
  return { lab, made, named: { UserName: 'bob', ServiceSpecificCredentialId: made.ServiceSpecificCredentialId } }
}

type Lab = Awaited<ReturnType<typeof labWith>>

/** What is kept of the secrets of all credentials. */
async function kept(lab: Lab) {
  const { tables } = await lab.store().account.exportAll()
  return tables.serviceSpecificCredential.map(({ secretHash }) => secretHash)
}

const hashOf = (secret: string | undefined) =>
  createHash('sha256')
    .update(secret ?? '')
    .digest('base64')

describe('CreateServiceSpecificCredential', () => {
  it('makes a user name and a password, which is shown once and kept as a hash, out of the events', async () => {
    const lab = await labWith({ ann: allow('iam:CreateServiceSpecificCredential', bobs), bob: [] })
    const input = { UserName: 'BOB', ServiceName: code }
    const { ServiceSpecificCredential: made } = await lab.as('ann').perform(createServiceSpecificCredential, input)
    expect(made).toEqual({
      UserName: 'bob',
      ServiceName: code,
      ServiceUserName: `bob-at-${lab.account}`,
      ServicePassword: expect.stringMatching(/^[A-Za-z0-9+/]{59}=$/),
      ServiceSpecificCredentialId: expect.stringMatching(/^ACCA[A-Z2-7]{17}$/),
      Status: 'Active',
      CreateDate: lab.now,
    })
    const { ServicePassword: secret } = made as { ServicePassword: string }
    expect(await kept(lab)).toEqual([hashOf(secret)])
    const [event] = await lab.events()
    expect(event?.record).toContain(made.ServiceSpecificCredentialId)
    expect(event?.record).not.toContain(secret)
  })

  it('makes a key that ends for services with keys', async () => {
    const lab = await labWith({ bob: [] })
    const input = { UserName: 'bob', ServiceName: bedrock, CredentialAgeDays: 30 }
    const { ServiceSpecificCredential: made } = await lab.root.perform(createServiceSpecificCredential, input)
    const alias = `bob-at-${lab.account}`
    const ExpirationDate = new Date('2026-12-22T09:00:00.000Z')
    expect(made).toMatchObject({ ServiceCredentialAlias: alias, Status: 'Active', ExpirationDate })
    expect(made).not.toHaveProperty('ServiceUserName')
    const { ServiceCredentialSecret: secret } = made as { ServiceCredentialSecret: string }
    expect(secret).toMatch(/^ABSK/)
    expect(Buffer.from(secret.slice(4), 'base64').toString()).toMatch(new RegExp(`^${alias}:[A-Za-z0-9+/=]{60}$`))
    expect(JSON.stringify(await lab.events())).not.toContain(secret)
    lab.now = ExpirationDate
    const { ServiceSpecificCredentials: listed } = await lab.root.perform(listServiceSpecificCredentials, {
      UserName: 'bob',
    })
    expect(listed).toMatchObject([{ ServiceCredentialAlias: alias, Status: 'Expired' }])
  })

  it('is allowed for the service and the age that a policy names', async () => {
    const forThirtyDays = allow('iam:CreateServiceSpecificCredential', '*', {
      StringEquals: { 'iam:ServiceSpecificCredentialServiceName': bedrock },
      NumericLessThanEquals: { 'iam:ServiceSpecificCredentialAgeDays': '30' },
    })
    const lab = await labWith({ ann: forThirtyDays, bob: [] })
    const create = (ServiceName: string, CredentialAgeDays?: number) =>
      lab.as('ann').perform(createServiceSpecificCredential, { UserName: 'bob', ServiceName, CredentialAgeDays })
    const refused = noPolicyAllows(lab.userArn('ann'), 'iam:CreateServiceSpecificCredential', 'user bob')
    await create(bedrock, 30)
    await expect(create(bedrock, 31)).rejects.toMatchObject(refused)
    await expect(create(bedrock)).rejects.toMatchObject(refused)
    await expect(create('logs.amazonaws.com', 30)).rejects.toMatchObject(refused)
  })

  it('names the second credential of a service, and stops at two', async () => {
    const { lab } = await labWithCredential()
    const create = (ServiceName: string) =>
      lab.root.perform(createServiceSpecificCredential, { UserName: 'bob', ServiceName })
    const second = await create(code)
    expect(second.ServiceSpecificCredential).toMatchObject({ ServiceUserName: `bob+1-at-${lab.account}` })
    await expect(create(code)).rejects.toMatchObject(overQuota('ServiceSpecificCredentialsPerUser', 2))
    const other = await create('cassandra.amazonaws.com')
    expect(other.ServiceSpecificCredential).toMatchObject({ ServiceUserName: `bob-at-${lab.account}` })
  })

  it('is refused without permission, and says what does not exist', async () => {
    const lab = await labWith({ ann: [] })
    const input = { UserName: 'bob', ServiceName: 'lambda.amazonaws.com' }
    await expect(lab.as('ann').perform(createServiceSpecificCredential, input)).rejects.toMatchObject(
      noPolicyAllows(lab.userArn('ann'), 'iam:CreateServiceSpecificCredential', 'user bob'),
    )
    await expect(lab.root.perform(createServiceSpecificCredential, input)).rejects.toMatchObject(noUser('bob'))
    for (const ServiceName of ['lambda.amazonaws.com', 'constructor']) {
      const call = lab.root.perform(createServiceSpecificCredential, { UserName: 'ann', ServiceName })
      await expect(call).rejects.toMatchObject(
        noSuchEntity(`No such service ${ServiceName} is supported for Service Specific Credentials`),
      )
    }
  })

  it('does not take an age for a password, nor one of no days', async () => {
    const lab = await labWith({ bob: [] })
    const create = (ServiceName: string, CredentialAgeDays: number) =>
      lab.root.perform(createServiceSpecificCredential, { UserName: 'bob', ServiceName, CredentialAgeDays })
    await expect(create(code, 1)).rejects.toMatchObject({ code: 'InvalidInput' })
    await expect(create(bedrock, 0)).rejects.toMatchObject(
      badInput('credentialAgeDays', 'Member must have value greater than or equal to 1'),
    )
  })
})

describe('ListServiceSpecificCredentials', () => {
  it('lists without secrets: of a user, of the caller, of a service, of all', async () => {
    const { lab, made } = await labWithCredential(allow('iam:ListServiceSpecificCredentials'))
    const { ServicePassword: _, ...listed } = made as typeof made & { ServicePassword: string }
    const input = { UserName: 'ann', ServiceName: bedrock }
    await lab.root.perform(createServiceSpecificCredential, input)
    const names = async (query: Parameters<typeof list>[0]) =>
      (await list(query)).ServiceSpecificCredentials.map((one) => `${one.UserName} ${one.ServiceName}`).toSorted()
    const list = (query: { UserName?: string; ServiceName?: string; AllUsers?: boolean; MaxItems?: number }) =>
      lab.as('ann').perform(listServiceSpecificCredentials, query)
    expect(await list({ UserName: 'bob' })).toEqual({ ServiceSpecificCredentials: [listed], IsTruncated: false })
    expect(await names({})).toEqual([`ann ${bedrock}`])
    expect(await names({ ServiceName: code })).toEqual([])
    expect(await names({ AllUsers: true })).toEqual([`ann ${bedrock}`, `bob ${code}`])
    expect(await names({ AllUsers: true, ServiceName: code })).toEqual([`bob ${code}`])
    expect(await list({ AllUsers: true, MaxItems: 1 })).toMatchObject({ IsTruncated: true })
    await expect(list({ AllUsers: true, UserName: 'bob' })).rejects.toMatchObject({ code: 'ValidationError' })
    await expect(list({ ServiceName: 'lambda.amazonaws.com' })).rejects.toMatchObject({ code: 'NoSuchEntity' })
  })

  it('asks for all users on no resource', async () => {
    const { lab } = await labWithCredential(allow('iam:ListServiceSpecificCredentials', bobs))
    await lab.as('ann').perform(listServiceSpecificCredentials, { UserName: 'bob' })
    await expect(lab.as('ann').perform(listServiceSpecificCredentials, { AllUsers: true })).rejects.toMatchObject(
      noPolicyAllows(lab.userArn('ann'), 'iam:ListServiceSpecificCredentials', '*'),
    )
  })
})

const changes: Operation<object, object>[] = [
  resetServiceSpecificCredential,
  updateServiceSpecificCredential,
  deleteServiceSpecificCredential,
]

describe.each(changes)('$name', (operation) => {
  it('is refused for another service than the policy names', async () => {
    const forService = (name: string) =>
      allow(`iam:${operation.name}`, '*', { StringEquals: { 'iam:ServiceSpecificCredentialServiceName': name } })
    const { lab, named } = await labWithCredential(forService(bedrock))
    const input = { ...named, Status: 'Inactive' }
    await expect(lab.as('ann').perform(operation, input)).rejects.toMatchObject(
      noPolicyAllows(lab.userArn('ann'), `iam:${operation.name}`, 'user bob'),
    )
    const allowed = await labWithCredential(forService(code))
    await allowed.lab.as('ann').perform(operation, { ...allowed.named, Status: 'Inactive' })
  })

  it("does not find nobody's credential, nor that of somebody else", async () => {
    const { lab, named } = await labWithCredential()
    const before = await kept(lab)
    for (const input of [
      { ...named, UserName: 'ann' },
      { ...named, ServiceSpecificCredentialId: 'satisfiesregexbutstillinvalid' },
    ]) {
      await expect(lab.root.perform(operation, { ...input, Status: 'Inactive' })).rejects.toMatchObject(
        noSuchEntity(`No such credential ${input.ServiceSpecificCredentialId} exists`),
      )
    }
    expect(await kept(lab)).toEqual(before)
  })

  it('does not take an ID with hyphens', async () => {
    const { lab, named } = await labWithCredential()
    const input = { ...named, ServiceSpecificCredentialId: 'totally-wrong-credential-id', Status: 'Inactive' }
    await expect(lab.root.perform(operation, input)).rejects.toMatchObject(
      badInput('serviceSpecificCredentialId', 'Member must satisfy regular expression pattern: [\\w]+'),
    )
  })
})

describe('a service-specific credential', () => {
  it('is switched off, gets a new password, and keeps its user until it is deleted', async () => {
    const { lab, made, named } = await labWithCredential()
    const ann = lab.as('ann')
    expect(await ann.perform(updateServiceSpecificCredential, { ...named, Status: 'Inactive' })).toEqual({})
    const { ServiceSpecificCredential: reset } = await ann.perform(resetServiceSpecificCredential, named)
    const { ServicePassword: secret } = reset as { ServicePassword?: string }
    expect(reset).toEqual({ ...made, Status: 'Inactive', ServicePassword: expect.stringMatching(/^.{59}=$/) })
    expect(reset).not.toEqual({ ...made, Status: 'Inactive' })
    expect(await kept(lab)).toEqual([hashOf(secret)])
    expect(JSON.stringify(await lab.events())).not.toContain(secret)
    await expect(lab.root.perform(deleteUser, { UserName: 'bob' })).rejects.toMatchObject(
      conflict('remove referenced objects'),
    )
    expect(await ann.perform(deleteServiceSpecificCredential, named)).toEqual({})
    await lab.root.perform(deleteUser, { UserName: 'bob' })
  })
})
