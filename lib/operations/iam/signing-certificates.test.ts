import { describe, expect, it } from 'vitest'
import type { Operation } from '../define'
import { ecKeys, rsaKeys, selfSigned } from '../testing/certificates'
import { badInput, conflict, noPolicyAllows, noSuchEntity, noUser, overQuota } from '../testing/expected'
import { allow, labWith } from '../testing/lab'
import { deleteSigningCertificate } from './delete-signing-certificate'
import { deleteUser } from './delete-user'
import { getAccountSummary } from './get-account-summary'
import { listSigningCertificates } from './list-signing-certificates'
import { updateSigningCertificate } from './update-signing-certificate'
import { uploadSigningCertificate } from './upload-signing-certificate'

const made = Array.from({ length: 4 }, (_, at) => selfSigned(`signer ${at}`))
const pem = (at: number) => made[at]?.pem ?? ''

async function labWithCertificate(permissions = allow('iam:*SigningCertificate*', 'arn:aws:iam::*:user/bob')) {
  const lab = await labWith({ ann: permissions, bob: [] })
  const input = { UserName: 'bob', CertificateBody: pem(0) }
  const { Certificate } = await lab.root.perform(uploadSigningCertificate, input)
  return { lab, certificate: Certificate, named: { UserName: 'bob', CertificateId: Certificate.CertificateId } }
}

describe('UploadSigningCertificate', () => {
  it('keeps the certificate of a user', async () => {
    const lab = await labWith({ ann: allow('iam:UploadSigningCertificate', 'arn:aws:iam::*:user/bob'), bob: [] })
    const CertificateBody = selfSigned('rsa', { keys: rsaKeys() }).pem
    const { Certificate } = await lab.as('ann').perform(uploadSigningCertificate, { UserName: 'BOB', CertificateBody })
    expect(Certificate).toEqual({
      UserName: 'bob',
      CertificateId: expect.stringMatching(/^[A-Z2-7]{32}$/),
      CertificateBody,
      Status: 'Active',
      UploadDate: lab.now,
    })
  })

  it('means the caller without a name: a user or root', async () => {
    const lab = await labWith({ ann: allow('iam:UploadSigningCertificate', 'arn:aws:iam::*:user/ann') })
    const { Certificate } = await lab.as('ann').perform(uploadSigningCertificate, { CertificateBody: pem(0) })
    expect(Certificate.UserName).toBe('ann')
    const present = async () =>
      (await lab.root.perform(getAccountSummary, {})).SummaryMap.AccountSigningCertificatesPresent
    expect(await present()).toBe(0)
    const ofRoot = await lab.root.perform(uploadSigningCertificate, { CertificateBody: pem(1) })
    expect(ofRoot.Certificate.UserName).toBeUndefined()
    expect(await present()).toBe(1)
    const { Certificates } = await lab.root.perform(listSigningCertificates, {})
    expect(Certificates).toEqual([ofRoot.Certificate])
  })

  it('is refused without permission, also for a user who does not exist', async () => {
    const lab = await labWith({ ann: [] })
    const input = { UserName: 'bob', CertificateBody: pem(0) }
    await expect(lab.as('ann').perform(uploadSigningCertificate, input)).rejects.toMatchObject(
      noPolicyAllows(lab.userArn('ann'), 'iam:UploadSigningCertificate', 'user bob'),
    )
    await expect(lab.root.perform(uploadSigningCertificate, input)).rejects.toMatchObject(noUser('bob'))
  })

  it('takes a certificate once in an account, until it is deleted', async () => {
    const { lab, named } = await labWithCertificate()
    const again = { UserName: 'ann', CertificateBody: `\n${pem(0)}\n` }
    const duplicate = { code: 'DuplicateCertificate', status: 409 }
    await expect(lab.root.perform(uploadSigningCertificate, again)).rejects.toMatchObject(duplicate)
    const other = await labWith({ ann: [] })
    await other.root.perform(uploadSigningCertificate, again)
    await lab.root.perform(deleteSigningCertificate, named)
    await lab.root.perform(uploadSigningCertificate, again)
  })

  it('stops at two certificates', async () => {
    const { lab } = await labWithCertificate()
    const add = (at: number) =>
      lab.root.perform(uploadSigningCertificate, { UserName: 'bob', CertificateBody: pem(at) })
    await add(1)
    await expect(add(2)).rejects.toMatchObject(overQuota('CertificatesPerUser', 2))
  })

  it('does not take what is no certificate, and repeats no private key', async () => {
    const lab = await labWith({ bob: [] })
    const upload = (CertificateBody: string) =>
      lab.root.perform(uploadSigningCertificate, { UserName: 'bob', CertificateBody })
    const malformed = (text: string) => ({
      code: 'MalformedCertificate',
      status: 400,
      message: `Certificate ${text} is malformed.`,
    })
    await expect(upload('hello')).rejects.toMatchObject(malformed('hello'))
    for (const text of [pem(0) + pem(1), `a ${pem(0)}`, pem(0).replace('MII', 'MIJ'), ecKeys().publicKey]) {
      await expect(upload(text)).rejects.toMatchObject(malformed(text))
    }
    const key = made[0]?.privateKey ?? ''
    await expect(upload(key + pem(0))).rejects.toMatchObject(malformed('with a private key'))
    expect(JSON.stringify(await lab.events())).not.toContain(key.split('\n')[1])
  })

  it('does not take a certificate before and after its time', async () => {
    const lab = await labWith({ bob: [] })
    const days = (from: string, until: string) => ({ validFrom: new Date(from), validUntil: new Date(until) })
    for (const dates of [days('2026-01-01', '2026-11-22'), days('2026-11-23', '2126-01-01')]) {
      const CertificateBody = selfSigned('late', { dates }).pem
      const call = lab.root.perform(uploadSigningCertificate, { UserName: 'bob', CertificateBody })
      await expect(call).rejects.toMatchObject({ code: 'InvalidCertificate', status: 400 })
    }
  })
})

const changes: Operation<object, object>[] = [updateSigningCertificate, deleteSigningCertificate]

describe.each(changes)('$name', (operation) => {
  it('is refused without permission', async () => {
    const { lab, named } = await labWithCertificate(allow('iam:ListSigningCertificates'))
    await expect(lab.as('ann').perform(operation, { ...named, Status: 'Inactive' })).rejects.toMatchObject(
      noPolicyAllows(lab.userArn('ann'), `iam:${operation.name}`, 'user bob'),
    )
  })

  it("does not find nobody's certificate, nor that of somebody else", async () => {
    const { lab, named } = await labWithCertificate()
    for (const input of [
      { ...named, UserName: 'ann' },
      { CertificateId: named.CertificateId },
      { ...named, CertificateId: 'NONEXISTENTCERTID12345678901' },
    ]) {
      await expect(lab.root.perform(operation, { ...input, Status: 'Inactive' })).rejects.toMatchObject(
        noSuchEntity(`The Certificate with id ${input.CertificateId} cannot be found.`),
      )
    }
    expect(await lab.store().signingCertificates.find(named.CertificateId)).toMatchObject({ status: 'Active' })
  })

  it('does not take a short ID', async () => {
    const { lab } = await labWithCertificate()
    await expect(lab.root.perform(operation, { CertificateId: 'A', Status: 'Active' })).rejects.toMatchObject(
      badInput('certificateId', 'Member must have length greater than or equal to 24'),
    )
  })
})

describe('a signing certificate', () => {
  it('is switched off and on, and keeps its user until it is deleted', async () => {
    const { lab, certificate, named } = await labWithCertificate()
    const ann = lab.as('ann')
    const list = () => ann.perform(listSigningCertificates, { UserName: 'bob' })
    expect(await list()).toEqual({ Certificates: [certificate], IsTruncated: false })
    expect(await ann.perform(updateSigningCertificate, { ...named, Status: 'Inactive' })).toEqual({})
    expect(await list()).toMatchObject({ Certificates: [{ ...named, Status: 'Inactive' }] })
    await expect(lab.root.perform(deleteUser, { UserName: 'bob' })).rejects.toMatchObject(
      conflict('delete certificates'),
    )
    expect(await ann.perform(deleteSigningCertificate, named)).toEqual({})
    expect(await list()).toEqual({ Certificates: [], IsTruncated: false })
    await lab.root.perform(deleteUser, { UserName: 'bob' })
  })
})
