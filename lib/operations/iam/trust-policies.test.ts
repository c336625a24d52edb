import { describe, expect, it } from 'vitest'
import { trustDocument } from '../nouns/role'
import { malformed, noPolicyAllows, noRole, overQuota } from '../testing/expected'
import { allow, documentOf, type Lab, labWith, trusting } from '../testing/lab'
import { createRole } from './create-role'
import { createUser } from './create-user'
import { deleteRole } from './delete-role'
import { deleteUser } from './delete-user'
import { getRole } from './get-role'
import { listRoles } from './list-roles'
import { updateAssumeRolePolicy } from './update-assume-role-policy'
import { updateUser } from './update-user'

const invalid = (arn: string) => malformed(`Invalid principal in policy: "AWS":"${arn}"`)
const create = (lab: Lab, Principal: object | '*', RoleName = 'Deployer') =>
  lab.root.perform(createRole, { RoleName, AssumeRolePolicyDocument: trusting(Principal) })

async function principalsOf(lab: Lab, RoleName = 'Deployer') {
  const { Role } = await lab.root.perform(getRole, { RoleName })
  return JSON.parse(Role.AssumeRolePolicyDocument).Statement[0].Principal.AWS
}

describe('a trust policy', () => {
  it('names users, roles and sessions that exist, here or in another account of this server', async () => {
    const [lab, other] = [await labWith({ ann: [] }), await labWith({ bob: [] })]
    await create(lab, { Service: 'ec2.amazonaws.com' }, 'App')
    await create(other, '*', 'Ops')
    const AWS = [
      lab.userArn('ann'),
      other.userArn('bob'),
      `arn:aws:iam::${lab.account}:role/App`,
      `arn:aws:iam::${other.account}:role/Ops`,
      `arn:aws:sts::${other.account}:assumed-role/Ops/night`,
      `arn:aws:sts::${lab.account}:federated-user/guest`,
    ]
    await create(lab, { AWS })
    expect(await principalsOf(lab)).toEqual(AWS)
    const { trustedIds } = (await lab.store().roles.find('Deployer')) ?? {}
    expect(trustedIds).toEqual({
      [lab.userArn('ann')]: expect.stringMatching(/^AIDA/),
      [other.userArn('bob')]: expect.stringMatching(/^AIDA/),
      [`arn:aws:iam::${lab.account}:role/App`]: expect.stringMatching(/^AROA/),
      [`arn:aws:iam::${other.account}:role/Ops`]: expect.stringMatching(/^AROA/),
      [`arn:aws:sts::${other.account}:assumed-role/Ops/night`]: expect.stringMatching(/^AROA.{17}:night$/),
    })
  })

  it('may name everyone, any account, services and providers', async () => {
    const lab = await labWith()
    const stranger = '999988887777'
    const provider = `arn:aws:iam::${lab.account}:saml-provider/Idp`
    const fine = [
      '*',
      { AWS: '*' },
      { AWS: [stranger, `arn:aws:iam::${stranger}:root`] },
      { Service: ['ec2.amazonaws.com', 'lambda.amazonaws.com'] },
      { Federated: provider },
    ] as const
    for (const [place, Principal] of fine.entries()) await create(lab, Principal, `r${place}`)
    expect((await lab.store().roles.find('r2'))?.trustedIds).toEqual({})
  })

  it('is refused where it names somebody who is not there', async () => {
    const lab = await labWith({ Ann: [] })
    await lab.root.perform(createUser, { UserName: 'bob', Path: '/dev/' })
    const strangers = [
      lab.userArn('nobody'),
      lab.userArn('ann'), // the case matters
      lab.userArn('bob'), // and so does the path
      `arn:aws:iam::${lab.account}:role/Ann`,
      `arn:aws:iam::${lab.account}:group/Ann`,
      'arn:aws:iam::999988887777:user/Ann',
      `arn:aws:sts::${lab.account}:assumed-role/Nobody/s`,
      `arn:aws:sts::${lab.account}:root`,
      'AIDAAAAAAAAAAAAAAAAAA',
    ]
    for (const stranger of strangers) {
      await expect(create(lab, { AWS: ['*', stranger] })).rejects.toMatchObject(invalid(stranger))
    }
    expect((await lab.root.perform(listRoles, {})).Roles).toEqual([])
  })

  it('is refused in the words of AWS where it is no trust policy', async () => {
    const lab = await labWith()
    const refused = async (AssumeRolePolicyDocument: string) => {
      const call = lab.root.perform(createRole, { RoleName: 'Deployer', AssumeRolePolicyDocument })
      return call.then(String, (error) => `${error.code}: ${error.message}`)
    }
    expect(await refused('{')).toBe('MalformedPolicyDocument: This policy contains invalid Json')
    expect(await refused(documentOf(allow('sts:AssumeRole')))).toBe(
      'MalformedPolicyDocument: Has prohibited field Resource',
    )
    expect(await refused(trusting('*', 's3:GetObject'))).toBe(
      'MalformedPolicyDocument: AssumeRole policy may only specify STS AssumeRole actions.',
    )
  })

  it('has 2,048 characters at the most; white space counts for nothing', async () => {
    const lab = await labWith()
    const services = (length: number) => {
      const rest = length - trusting({ Service: '' }).length
      return trusting({ Service: `${'a'.repeat(rest - '.amazonaws.com'.length)}.amazonaws.com` })
    }
    const create = (AssumeRolePolicyDocument: string) =>
      lab.root.perform(createRole, { RoleName: 'Deployer', AssumeRolePolicyDocument })
    await expect(create(services(2049))).rejects.toMatchObject(overQuota('ACLSizePerRole', 2048))
    await create(`${services(2048)}\n\n`)
  })

  it('means who was there when it was saved, not who has the name now', async () => {
    const lab = await labWith({ ann: [], bob: [] })
    await create(lab, { AWS: [lab.userArn('ann'), lab.userArn('bob')] })
    const id = (await lab.store().users.find('ann'))?.id
    await lab.root.perform(deleteUser, { UserName: 'bob' })
    await lab.root.perform(deleteUser, { UserName: 'ann' })
    const [gone] = await principalsOf(lab)
    expect(gone).toBe(id)
    await lab.root.perform(createUser, { UserName: 'ann' })
    expect((await principalsOf(lab))[0]).toBe(id)
    const [listed] = (await lab.root.perform(listRoles, {})).Roles
    expect(listed?.AssumeRolePolicyDocument).toBe(await trustOf(lab))
    await lab.root.perform(updateAssumeRolePolicy, {
      RoleName: 'Deployer',
      PolicyDocument: trusting({ AWS: lab.userArn('ann') }),
    })
    expect(await principalsOf(lab)).toBe(lab.userArn('ann'))
  })

  it('follows users that are renamed or moved', async () => {
    const [lab, other] = [await labWith({ ann: [] }), await labWith({ bob: [] })]
    await create(lab, { AWS: [lab.userArn('ann'), other.userArn('bob')] })
    await lab.root.perform(updateUser, { UserName: 'ann', NewUserName: 'eve' })
    await other.root.perform(updateUser, { UserName: 'bob', NewPath: '/dev/' })
    const bob = `arn:aws:iam::${other.account}:user/dev/bob`
    expect(await principalsOf(lab)).toEqual([lab.userArn('eve'), bob])
    await lab.root.perform(createUser, { UserName: 'ann' })
    expect(await principalsOf(lab)).toEqual([lab.userArn('eve'), bob])
  })

  it('keeps all but the principals as it was written', async () => {
    const lab = await labWith()
    await create(lab, { Service: 'ec2.amazonaws.com' }, 'App')
    const arn = `arn:aws:iam::${lab.account}:role/App`
    const text = (principal: string) =>
      `{ "Version":"2012-10-17",\n "Statement": {"Sid":"x","Effect":"Allow","Principal":{"AWS":"${principal}"},` +
      `"Action":"sts:AssumeRole","Condition":{"StringEquals":{"sts:ExternalId":"${arn}"}}} }`
    await lab.root.perform(createRole, { RoleName: 'Deployer', AssumeRolePolicyDocument: text(arn) })
    expect(await trustOf(lab)).toBe(text(arn))
    const { Role } = await lab.root.perform(getRole, { RoleName: 'App' })
    await lab.root.perform(deleteRole, { RoleName: 'App' })
    expect(await trustOf(lab)).toBe(text(Role.RoleId))
  })
})

async function trustOf(lab: Lab) {
  const role = await lab.store().roles.find('Deployer')
  return role && trustDocument(lab.store(), role)
}

describe('UpdateAssumeRolePolicy', () => {
  it('is asked about the role, and refused like a new one', async () => {
    const lab = await labWith({ ann: allow('iam:UpdateAssumeRolePolicy', 'arn:aws:iam::*:role/Deployer') })
    for (const RoleName of ['Deployer', 'Other']) await create(lab, '*', RoleName)
    const PolicyDocument = trusting({ AWS: lab.account })
    await lab.as('ann').perform(updateAssumeRolePolicy, { RoleName: 'Deployer', PolicyDocument })
    expect(await principalsOf(lab)).toBe(lab.account)
    await expect(
      lab.as('ann').perform(updateAssumeRolePolicy, { RoleName: 'Other', PolicyDocument }),
    ).rejects.toMatchObject(noPolicyAllows(lab.userArn('ann'), 'iam:UpdateAssumeRolePolicy', 'role Other'))
    await expect(
      lab.root.perform(updateAssumeRolePolicy, { RoleName: 'Nobody', PolicyDocument }),
    ).rejects.toMatchObject(noRole('Nobody'))
    const nobody = lab.userArn('nobody')
    await expect(
      lab.root.perform(updateAssumeRolePolicy, { RoleName: 'Other', PolicyDocument: trusting({ AWS: nobody }) }),
    ).rejects.toMatchObject(invalid(nobody))
  })
})
