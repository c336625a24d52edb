import { createPublicKey } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Operation } from '../define'
import { ecKeys, type KeyPair, openSsh, rsaKeys } from '../testing/certificates'
import { conflict, noPolicyAllows, noSuchEntity, noUser, overQuota } from '../testing/expected'
import { allow, labWith } from '../testing/lab'
import { deleteSshPublicKey } from './delete-ssh-public-key'
import { deleteUser } from './delete-user'
import { getSshPublicKey } from './get-ssh-public-key'
import { listSshPublicKeys } from './list-ssh-public-keys'
import { updateSshPublicKey } from './update-ssh-public-key'
import { uploadSshPublicKey } from './upload-ssh-public-key'

let keys: KeyPair[]
let ssh: string
beforeAll(() => {
  keys = Array.from({ length: 6 }, () => rsaKeys())
  ssh = openSsh(pair(0), 'bob@laptop')
})

const pair = (index: number) => keys[index] as KeyPair
const der = (pem: string) => createPublicKey(pem).export({ type: 'spki', format: 'der' })

async function labWithKey(permissions = allow('iam:*SSH*', 'arn:aws:iam::*:user/bob')) {
  const lab = await labWith({ ann: permissions, bob: [] })
  const { SSHPublicKey } = await lab.root.perform(uploadSshPublicKey, { UserName: 'bob', SSHPublicKeyBody: ssh })
  return { lab, key: SSHPublicKey, named: { UserName: 'bob', SSHPublicKeyId: SSHPublicKey.SSHPublicKeyId } }
}

const noKey = (id: string) => noSuchEntity(`The Public Key with id ${id} cannot be found.`)

describe('UploadSSHPublicKey', () => {
  it('keeps the key with its comment and tells its fingerprint', async () => {
    const lab = await labWith({ ann: allow('iam:UploadSSHPublicKey', 'arn:aws:iam::*:user/bob'), bob: [] })
    const input = { UserName: 'BOB', SSHPublicKeyBody: ssh }
    const { SSHPublicKey } = await lab.as('ann').perform(uploadSshPublicKey, input)
    expect(SSHPublicKey).toEqual({
      UserName: 'bob',
      SSHPublicKeyId: expect.stringMatching(/^APKA[A-Z2-7]{17}$/),
      Fingerprint: expect.stringMatching(/^([0-9a-f]{2}:){15}[0-9a-f]{2}$/),
      SSHPublicKeyBody: ssh,
      Status: 'Active',
      UploadDate: lab.now,
    })
  })

  it('is refused without permission, also for a user who does not exist', async () => {
    const lab = await labWith({ ann: [] })
    const input = { UserName: 'bob', SSHPublicKeyBody: ssh }
    await expect(lab.as('ann').perform(uploadSshPublicKey, input)).rejects.toMatchObject(
      noPolicyAllows(lab.userArn('ann'), 'iam:UploadSSHPublicKey', 'user bob'),
    )
    await expect(lab.root.perform(uploadSshPublicKey, input)).rejects.toMatchObject(noUser('bob'))
  })

  it('takes a key once, in whatever form it comes', async () => {
    const { lab, key } = await labWithKey()
    const again = { UserName: 'bob', SSHPublicKeyBody: pair(0).publicKey }
    const duplicate = { code: 'DuplicateSSHPublicKey', status: 400 }
    await expect(lab.root.perform(uploadSshPublicKey, again)).rejects.toMatchObject(duplicate)
    const { SSHPublicKey } = await lab.root.perform(uploadSshPublicKey, { ...again, UserName: 'ann' })
    expect(SSHPublicKey.Fingerprint).toBe(key.Fingerprint)
  })

  it('stops at five keys', async () => {
    const { lab } = await labWithKey()
    const add = (index: number) =>
      lab.root.perform(uploadSshPublicKey, { UserName: 'bob', SSHPublicKeyBody: pair(index).publicKey })
    for (const index of [1, 2, 3, 4]) await add(index)
    await expect(add(5)).rejects.toMatchObject(overQuota('SSHPublicKeysPerUser', 5))
  })

  it('does not take other forms, other kinds, and weak or broken keys', async () => {
    const lab = await labWith({ bob: [] })
    const codeFor = (SSHPublicKeyBody: string) =>
      lab.root.perform(uploadSshPublicKey, { UserName: 'bob', SSHPublicKeyBody }).catch(({ code }) => code)
    const [unrecognized, invalid] = ['UnrecognizedPublicKeyEncoding', 'InvalidPublicKey']
    expect(await codeFor('ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGvF7tVQ')).toBe(unrecognized)
    expect(await codeFor('hello')).toBe(unrecognized)
    expect(await codeFor(pair(0).privateKey)).toBe(unrecognized)
    expect(await codeFor('ssh-rsa hello')).toBe(invalid)
    expect(await codeFor(ssh.slice(0, 200))).toBe(invalid)
    expect(await codeFor(ecKeys().publicKey)).toBe(invalid)
    expect(await codeFor(openSsh(rsaKeys(1024), 'weak'))).toBe(invalid)
    expect(await codeFor(pair(0).publicKey.replace(/\n.*\n/, '\n'))).toBe(invalid)
    expect(await codeFor('€')).toBe('ValidationError')
    const events = JSON.stringify(await lab.events())
    expect(events).not.toContain(pair(0).privateKey.split('\n').at(-4))
  })
})

describe('GetSSHPublicKey', () => {
  it('gives the key in both forms', async () => {
    const { lab, key, named } = await labWithKey()
    const get = (Encoding: 'SSH' | 'PEM', input = named) =>
      lab.as('ann').perform(getSshPublicKey, { ...input, Encoding })
    expect(await get('SSH')).toEqual({ SSHPublicKey: key })
    const { SSHPublicKey } = await get('PEM')
    expect(SSHPublicKey).toEqual({ ...key, SSHPublicKeyBody: SSHPublicKey.SSHPublicKeyBody })
    expect(der(SSHPublicKey.SSHPublicKeyBody)).toEqual(der(pair(0).publicKey))
    const asPem = { UserName: 'bob', SSHPublicKeyBody: pair(1).publicKey }
    const { SSHPublicKey: second } = await lab.root.perform(uploadSshPublicKey, asPem)
    const back = await get('SSH', { ...named, SSHPublicKeyId: second.SSHPublicKeyId })
    expect(`${back.SSHPublicKey.SSHPublicKeyBody} bob`).toBe(openSsh(pair(1), 'bob'))
  })

  it('is refused without permission', async () => {
    const { lab, named } = await labWithKey(allow('iam:ListSSHPublicKeys'))
    await expect(lab.as('ann').perform(getSshPublicKey, { ...named, Encoding: 'SSH' })).rejects.toMatchObject(
      noPolicyAllows(lab.userArn('ann'), 'iam:GetSSHPublicKey', 'user bob'),
    )
  })

  it('does not take another encoding', async () => {
    const { lab, named } = await labWithKey()
    const input = { ...named, Encoding: 'DER' as 'PEM' }
    await expect(lab.root.perform(getSshPublicKey, input)).rejects.toMatchObject({ code: 'ValidationError' })
  })
})

describe('ListSSHPublicKeys', () => {
  it('lists without the texts, one page after the other, of the caller where nobody is named', async () => {
    const { lab, named } = await labWithKey(allow('iam:ListSSHPublicKeys', 'arn:aws:iam::*:user/ann'))
    const listed = { ...named, Status: 'Active', UploadDate: lab.now }
    expect(await lab.root.perform(listSshPublicKeys, { UserName: 'bob' })).toEqual({
      SSHPublicKeys: [listed],
      IsTruncated: false,
    })
    expect(await lab.as('ann').perform(listSshPublicKeys, {})).toEqual({ SSHPublicKeys: [], IsTruncated: false })
    lab.now = new Date(lab.now.getTime() + 1000)
    await lab.root.perform(uploadSshPublicKey, { UserName: 'bob', SSHPublicKeyBody: pair(1).publicKey })
    const first = await lab.root.perform(listSshPublicKeys, { UserName: 'bob', MaxItems: 1 })
    expect(first).toMatchObject({ SSHPublicKeys: [listed], IsTruncated: true })
    const Marker = 'Marker' in first ? first.Marker : ''
    const second = await lab.root.perform(listSshPublicKeys, { UserName: 'bob', Marker })
    expect(second).toMatchObject({ SSHPublicKeys: [{ UploadDate: lab.now }], IsTruncated: false })
  })
})

const changes: Operation<object, object>[] = [updateSshPublicKey, deleteSshPublicKey]

describe.each(changes)('$name', (operation) => {
  it('is refused without permission', async () => {
    const { lab, named } = await labWithKey(allow('iam:GetSSHPublicKey'))
    await expect(lab.as('ann').perform(operation, { ...named, Status: 'Inactive' })).rejects.toMatchObject(
      noPolicyAllows(lab.userArn('ann'), `iam:${operation.name}`, 'user bob'),
    )
  })

  it("does not find nobody's key, nor that of somebody else", async () => {
    const { lab, named } = await labWithKey()
    for (const input of [
      { ...named, UserName: 'ann' },
      { ...named, SSHPublicKeyId: 'APKAXXXXXXXXXXXXXXXXX' },
    ]) {
      const call = lab.root.perform(operation, { ...input, Status: 'Inactive' })
      await expect(call).rejects.toMatchObject(noKey(input.SSHPublicKeyId))
    }
    expect(await lab.store().sshPublicKeys.find(named.SSHPublicKeyId)).toMatchObject({ status: 'Active' })
  })

  it('does not take an ID with a hyphen', async () => {
    const { lab, named } = await labWithKey()
    const input = { ...named, SSHPublicKeyId: 'APKA-XXXXXXXXXXXXXXXX', Status: 'Inactive' }
    await expect(lab.root.perform(operation, input)).rejects.toMatchObject({ code: 'ValidationError' })
  })
})

describe('an SSH public key', () => {
  it('is switched off and on, and keeps its user until it is deleted', async () => {
    const { lab, named } = await labWithKey()
    const ann = lab.as('ann')
    const status = async () => (await ann.perform(getSshPublicKey, { ...named, Encoding: 'SSH' })).SSHPublicKey.Status
    expect(await ann.perform(updateSshPublicKey, { ...named, Status: 'Inactive' })).toEqual({})
    expect(await status()).toBe('Inactive')
    await ann.perform(updateSshPublicKey, { ...named, Status: 'Active' })
    expect(await status()).toBe('Active')
    await expect(lab.root.perform(deleteUser, { UserName: 'bob' })).rejects.toMatchObject(
      conflict('remove referenced objects'),
    )
    expect(await ann.perform(deleteSshPublicKey, named)).toEqual({})
    await expect(status()).rejects.toMatchObject(noKey(named.SSHPublicKeyId))
    await lab.root.perform(deleteUser, { UserName: 'bob' })
  })
})
