import { describe, expect, it } from 'vitest'
import { write } from '@/lib/store'
import { noPolicyAllows } from '../testing/expected'
import { allow, type Lab, labWith } from '../testing/lab'
import { createAccessKey } from './create-access-key'
import { createLoginProfile } from './create-login-profile'
import { generateCredentialReport } from './generate-credential-report'
import { getCredentialReport } from './get-credential-report'
import { updateAccessKey } from './update-access-key'
import { updateAccountPasswordPolicy } from './update-account-password-policy'

const header =
  'user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,mfa_active,' +
  'access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service,' +
  'access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,access_key_2_last_used_region,access_key_2_last_used_service,' +
  'cert_1_active,cert_1_last_rotated,cert_2_active,cert_2_last_rotated'

const today = '2026-11-22T09:00:00Z'
const noKey = 'false,N/A,N/A,N/A,N/A'
const noCertificates = 'false,N/A,false,N/A'

async function report(lab: Lab) {
  const { Content } = await lab.root.perform(getCredentialReport, {})
  return new TextDecoder().decode(Content).split('\n')
}

describe('GenerateCredentialReport', () => {
  it('is started once in four hours and complete until then', async () => {
    const lab = await labWith({ ann: allow(['iam:GenerateCredentialReport', 'iam:GetCredentialReport']) })
    const ann = lab.as('ann')
    const generate = () => ann.perform(generateCredentialReport, {})
    expect(await generate()).toEqual({
      State: 'STARTED',
      Description: 'No report exists. Starting a new report generation task',
    })
    expect(await generate()).toEqual({ State: 'COMPLETE' })
    const generated = lab.now
    lab.now = new Date(generated.getTime() + 4 * 3_600_000)
    expect(await generate()).toEqual({ State: 'COMPLETE' })
    expect(await ann.perform(getCredentialReport, {})).toMatchObject({
      ReportFormat: 'text/csv',
      GeneratedTime: generated,
    })
    lab.now = new Date(lab.now.getTime() + 1)
    const expired = { code: 'ReportExpired', status: 410 }
    await expect(ann.perform(getCredentialReport, {})).rejects.toMatchObject(expired)
    expect(await generate()).toEqual({ State: 'STARTED' })
    expect(await ann.perform(getCredentialReport, {})).toMatchObject({ GeneratedTime: lab.now })
  })

  it('is refused to those who may not', async () => {
    const lab = await labWith({ ann: [] })
    const call = lab.as('ann').perform(generateCredentialReport, {})
    await expect(call).rejects.toMatchObject(noPolicyAllows(lab.userArn('ann'), 'iam:GenerateCredentialReport', '*'))
  })
})

describe('GetCredentialReport', () => {
  it('says that there is none yet', async () => {
    const lab = await labWith({ ann: [] })
    const missing = { code: 'ReportNotPresent', status: 410 }
    await expect(lab.root.perform(getCredentialReport, {})).rejects.toMatchObject(missing)
    const call = lab.as('ann').perform(getCredentialReport, {})
    await expect(call).rejects.toMatchObject(noPolicyAllows(lab.userArn('ann'), 'iam:GetCredentialReport', '*'))
  })

  it('lists root, then the users by name, with all that they sign in or call with', async () => {
    const lab = await labWith({ bob: [], Ann: [], 'a,b': [], '=c@d': [] })
    const { root } = lab
    await root.perform(createLoginProfile, { UserName: 'bob', Password: 'Corr3ct horse' })
    await root.perform(updateAccountPasswordPolicy, { MaxPasswordAge: 10 })
    const made = [
      await root.perform(createAccessKey, { UserName: 'bob' }),
      await root.perform(createAccessKey, { UserName: 'bob' }),
    ]
    const [first = '', second = ''] = made.map(({ AccessKey }) => AccessKey.AccessKeyId).toSorted()
    await root.perform(updateAccessKey, { UserName: 'bob', AccessKeyId: first, Status: 'Inactive' })
    await write(lab.account, async (store) => {
      const bob = await store.users.find('bob')
      const userId = bob?.id ?? ''
      await store.accessKeys.recordUse(second, { at: lab.now, service: 's3', region: 'eu-west-1' })
      for (const id of ['OLD', 'NEW']) {
        await store.signingCertificates.create({
          id,
          userId,
          body: '',
          uploadedAt: new Date(id === 'OLD' ? 0 : lab.now),
        })
      }
      await store.signingCertificates.setStatus('NEW', 'Inactive')
      const device = await store.mfaDevices.create({ name: 'p', path: '/', seedSealed: '', createdAt: lab.now })
      await store.mfaDevices.assign(device.serial, { userId: lab.account, at: lab.now, step: 1, drift: 0 })
    })
    await root.perform(generateCredentialReport, {})
    const [head, ofRoot, ...users] = await report(lab)
    expect(head).toBe(header)
    const created = '2026-01-01T00:00:00Z'
    expect(ofRoot).toBe(
      `<root_account>,arn:aws:iam::${lab.account}:root,${created},true,no_information,${created},not_supported,true,${noKey},${noKey},${noCertificates}`,
    )
    const nothing = `${today},false,N/A,N/A,N/A,false,${noKey},${noKey},${noCertificates}`
    expect(users).toEqual([
      `=c@d,${lab.userArn('=c@d')},${nothing}`,
      `"a,b","${lab.userArn('a,b')}",${nothing}`,
      `Ann,${lab.userArn('Ann')},${nothing}`,
      `bob,${lab.userArn('bob')},${today},true,no_information,${today},2026-12-02T09:00:00Z,false,` +
        `false,${today},N/A,N/A,N/A,true,${today},${today},eu-west-1,s3,false,${today},true,1970-01-01T00:00:00Z`,
    ])
  })
})
