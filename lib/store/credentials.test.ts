import { describe, expect, it } from 'vitest'
import { isTaken, read, write } from '.'
import { freshAccount } from './testing'

const at = (day: number) => new Date(Date.UTC(2026, 10, day))

async function accountWith(...names: string[]) {
  const account = await freshAccount()
  const users: Record<string, string> = {}
  for (const name of names) {
    const user = await write(account, (store) => store.users.create({ name, path: '/', createdAt: at(1) }))
    users[name] = user.id
  }
  return { account, id: (name: string) => users[name] ?? '' }
}

describe('SSH public keys', () => {
  it('are listed by age, switched off and deleted, and go with their user', async () => {
    const { account, id } = await accountWith('ann', 'bob')
    const key = (day: number) => ({ userId: id('ann'), fingerprint: `f${day}`, body: 'ssh-rsa', uploadedAt: at(day) })
    const [second, first] = await write(account, async ({ sshPublicKeys }) => [
      await sshPublicKeys.create(key(2)),
      await sshPublicKeys.create(key(1)),
    ])
    expect(first).toEqual({ ...key(1), id: expect.stringMatching(/^APKA[A-Z2-7]{17}$/), status: 'Active' })
    expect(await read(account).sshPublicKeys.list(id('ann'))).toEqual([first, second])
    expect(await read(account).sshPublicKeys.list(id('bob'))).toEqual([])
    const other = await freshAccount()
    await write(other, async ({ sshPublicKeys }) => {
      expect(await sshPublicKeys.find(first?.id ?? '')).toBeNull()
      await sshPublicKeys.setStatus(first?.id ?? '', 'Inactive')
      await sshPublicKeys.delete(second?.id ?? '')
    })
    await write(account, ({ sshPublicKeys }) => sshPublicKeys.setStatus(second?.id ?? '', 'Inactive'))
    expect(await read(account).sshPublicKeys.find(second?.id ?? '')).toMatchObject({ status: 'Inactive' })
    expect(await read(account).sshPublicKeys.find(first?.id ?? '')).toMatchObject({ status: 'Active' })
    await write(account, ({ sshPublicKeys }) => sshPublicKeys.delete(first?.id ?? ''))
    expect(await read(account).sshPublicKeys.count(id('ann'))).toBe(1)
    await write(account, ({ users }) => users.delete(id('ann')))
    expect(await read(account).sshPublicKeys.find(second?.id ?? '')).toBeNull()
  })
})

describe('signing certificates', () => {
  it('are there once in an account, for users and root, and go with their user', async () => {
    const { account, id } = await accountWith('ann')
    const certificate = (name: string, userId: string) => ({ id: name, userId, body: 'PEM', uploadedAt: at(1) })
    await write(account, async ({ signingCertificates }) => {
      await signingCertificates.create(certificate('A', id('ann')))
      await signingCertificates.create(certificate('B', account))
    })
    const again = write(account, ({ signingCertificates }) => signingCertificates.create(certificate('A', account)))
    expect(await again.catch(isTaken)).toBe(true)
    expect((await read(account).summary()).rootSigningCertificates).toBe(1)
    const other = await freshAccount()
    await write(other, async ({ signingCertificates }) => {
      await signingCertificates.create(certificate('A', other))
      await signingCertificates.setStatus('B', 'Inactive')
      await signingCertificates.delete('B')
    })
    await write(account, ({ signingCertificates }) => signingCertificates.setStatus('A', 'Inactive'))
    expect(await read(account).signingCertificates.list(id('ann'))).toEqual([
      { ...certificate('A', id('ann')), status: 'Inactive' },
    ])
    expect(await read(account).signingCertificates.find('B')).toMatchObject({ status: 'Active' })
    await write(account, ({ users }) => users.delete(id('ann')))
    expect(await read(account).signingCertificates.find('A')).toBeNull()
    expect(await read(account).signingCertificates.count(account)).toBe(1)
    await write(account, ({ signingCertificates }) => signingCertificates.delete('B'))
    expect(await read(account).signingCertificates.count(account)).toBe(0)
  })
})

describe('service-specific credentials', () => {
  const made = (userId: string, serviceName: string, serviceUserName: string, day: number) => ({
    ...{ userId, serviceName, serviceUserName, createdAt: at(day), expiresAt: null, credentialAlias: null },
    secretHash: 'hash',
  })

  it('are listed of one user or of all, by service, and never with their secret', async () => {
    const { account, id } = await accountWith('ann', 'bob')
    const [mail, code, bobs] = await write(account, async ({ serviceCredentials }) => [
      await serviceCredentials.create(made(id('ann'), 'mail', 'ann-1', 3)),
      await serviceCredentials.create(made(id('ann'), 'code', 'ann-1', 2)),
      await serviceCredentials.create(made(id('bob'), 'code', 'bob-1', 1)),
    ])
    const { secretHash: _, ...shown } = made(id('ann'), 'code', 'ann-1', 2)
    const added = { id: expect.stringMatching(/^ACCA[A-Z2-7]{17}$/), userName: 'ann', status: 'Active' }
    expect(code).toEqual({ ...shown, ...added })
    const { serviceCredentials } = read(account)
    expect(await serviceCredentials.list(id('ann'))).toEqual([code, mail])
    expect(await serviceCredentials.list(id('ann'), 'mail')).toEqual([mail])
    expect(await serviceCredentials.count(id('ann'))).toBe(2)
    const first = await serviceCredentials.listOfAll({ serviceName: 'code', limit: 1 })
    const second = await serviceCredentials.listOfAll({ serviceName: 'code', limit: 1, after: first.next ?? '' })
    expect([...first.rows, ...second.rows].toSorted((a, b) => (a.userName < b.userName ? -1 : 1))).toEqual([code, bobs])
    expect(second.next).toBeNull()
    expect(await serviceCredentials.isNameTaken('code', 'bob-1')).toBe(true)
    expect(await serviceCredentials.isNameTaken('mail', 'bob-1')).toBe(false)
  })

  it('change and go in their own account only', async () => {
    const { account, id } = await accountWith('ann')
    const mine = await write(account, (store) => store.serviceCredentials.create(made(id('ann'), 'code', 'a', 1)))
    const other = await freshAccount()
    await write(other, async ({ serviceCredentials }) => {
      await serviceCredentials.setStatus(mine.id, 'Inactive')
      await serviceCredentials.setSecret(mine.id, 'theirs')
      await serviceCredentials.delete(mine.id)
    })
    const secrets = async () => {
      const { tables } = await read(account).account.exportAll()
      return tables.serviceSpecificCredential.map(({ secretHash, status }) => [secretHash, status])
    }
    expect(await secrets()).toEqual([['hash', 'Active']])
    await write(account, async ({ serviceCredentials }) => {
      await serviceCredentials.setStatus(mine.id, 'Inactive')
      await serviceCredentials.setSecret(mine.id, 'new')
    })
    expect(await secrets()).toEqual([['new', 'Inactive']])
    await write(account, ({ serviceCredentials }) => serviceCredentials.delete(mine.id))
    expect(await secrets()).toEqual([])
  })
})

describe('server certificates', () => {
  const made = (name: string, path = '/') => ({
    ...{ name, path, body: 'PEM', chain: null, uploadedAt: at(1), expiresAt: at(9), privateKeySealed: 'sealed' },
  })

  it('are found by name without regard to case, renamed and moved, without their key', async () => {
    const account = await freshAccount()
    const tags = [{ Key: 'team', Value: 'red' }]
    const [web] = await write(account, async ({ serverCertificates }) => [
      await serverCertificates.create({ ...made('Web'), tags }),
      await serverCertificates.create(made('mail', '/mail/')),
    ])
    const { privateKeySealed: _, ...shown } = made('Web')
    expect(web).toEqual({ ...shown, id: expect.stringMatching(/^ASCA[A-Z2-7]{17}$/) })
    expect(await read(account).serverCertificates.find('WEB')).toEqual(web)
    expect(await read(account).tags.list('server-certificate', web?.id ?? '')).toEqual(tags)
    const twin = write(account, ({ serverCertificates }) => serverCertificates.create(made('wEB')))
    expect(await twin.catch(isTaken)).toBe(true)
    const first = await read(account).serverCertificates.list({ limit: 1 })
    expect(first.rows.map(({ name }) => name)).toEqual(['mail'])
    expect(first.rows[0]).not.toHaveProperty('body')
    const rest = await read(account).serverCertificates.list({ limit: 9, after: first.next ?? '' })
    expect(rest).toMatchObject({ rows: [{ name: 'Web' }], next: null })
    const below = await read(account).serverCertificates.list({ limit: 9, pathPrefix: '/mail/' })
    expect(below.rows.map(({ name }) => name)).toEqual(['mail'])
    const clash = write(account, (store) => store.serverCertificates.update(web?.id ?? '', { name: 'MAIL', path: '/' }))
    expect(await clash.catch(isTaken)).toBe(true)
    await write(account, (store) => store.serverCertificates.update(web?.id ?? '', { name: 'www', path: '/x/' }))
    expect(await read(account).serverCertificates.find('www')).toMatchObject({ id: web?.id, path: '/x/' })
    const other = await freshAccount()
    await write(other, ({ serverCertificates }) => serverCertificates.delete(web?.id ?? ''))
    expect(await read(account).serverCertificates.count()).toBe(2)
    await write(account, ({ serverCertificates }) => serverCertificates.delete(web?.id ?? ''))
    expect(await read(account).serverCertificates.find('www')).toBeNull()
    expect(await read(account).tags.list('server-certificate', web?.id ?? '')).toEqual([])
    expect((await read(account).summary()).serverCertificates).toBe(1)
  })
})
