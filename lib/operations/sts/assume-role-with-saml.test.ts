import { describe, expect, it } from 'vitest'
import type { SamlIdentity } from '@/lib/access/caller'
import { perform } from '@/lib/gate/perform'
import type { Operation } from '../define'
import { createRole } from '../iam/create-role'
import { listUsers } from '../iam/list-users'
import { allow, type Lab, labWith, trusting } from '../testing/lab'
import { assumeRoleWithSaml } from './assume-role-with-saml'
import { assumeRoleWithWebIdentity } from './assume-role-with-web-identity'
import { getCallerIdentity } from './get-caller-identity'

/** Whom a provider vouches for, as `lib/caller` tells it after a good assertion. */
async function vouchedFor(lab: Lab, more: Partial<SamlIdentity> = {}): Promise<SamlIdentity> {
  const provider = `arn:aws:iam::${lab.account}:saml-provider/school`
  return {
    kind: 'saml',
    account: lab.account,
    revision: await lab.store().account.revision(),
    arn: provider,
    provider,
    issuer: 'https://idp.example.com/saml',
    subject: 'ann',
    subjectType: 'persistent',
    audience: 'https://signin.aws.amazon.com/saml',
    nameQualifier: 'hash',
    claims: { 'saml:sub': 'ann' },
    tags: [],
    transitiveTagKeys: [],
    sourceIdentity: null,
    sessionName: 'ann',
    roles: [lab.roleArn('Student')],
    sessionUntil: null,
    credential: { kind: 'identity-token' },
    ...more,
  }
}

async function labWithRole(Principal?: object | '*') {
  const lab = await labWith({ bob: allow('*') })
  const provider = `arn:aws:iam::${lab.account}:saml-provider/school`
  const AssumeRolePolicyDocument = trusting(Principal ?? { Federated: provider }, 'sts:AssumeRole*')
  await lab.root.perform(createRole, { RoleName: 'Student', AssumeRolePolicyDocument })
  const input = { RoleArn: lab.roleArn('Student'), PrincipalArn: provider, SAMLAssertion: 'bm90aGluZw==' }
  const as = <In, Out>(caller: SamlIdentity, operation: Operation<In, Out>, given: In) =>
    perform(operation, given, { ...lab.root.world(), caller })
  return { lab, input, as }
}

const denied = { code: 'AccessDenied', status: 403, message: 'Not authorized to perform sts:AssumeRoleWithSAML' }

describe('AssumeRoleWithSAML', () => {
  it('gives the role that the assertion offers, and no other', async () => {
    const { lab, input, as } = await labWithRole()
    const { AssumedRoleUser, Credentials } = await as(await vouchedFor(lab), assumeRoleWithSaml, input)
    expect(AssumedRoleUser.Arn).toBe(`arn:aws:sts::${lab.account}:assumed-role/Student/ann`)
    expect(Credentials.Expiration).toEqual(new Date(lab.now.getTime() + 3_600_000))
    const other = await vouchedFor(lab, { roles: [lab.roleArn('Teacher')] })
    await expect(as(other, assumeRoleWithSaml, input)).rejects.toMatchObject(denied)
  })

  it('does not take another provider’s word', async () => {
    const { lab, input, as } = await labWithRole()
    const arn = `arn:aws:iam::${lab.account}:saml-provider/other`
    await expect(as(await vouchedFor(lab, { arn, provider: arn }), assumeRoleWithSaml, input)).rejects.toMatchObject(
      denied,
    )
  })

  it('is no way for those who sign, even where a role trusts everybody', async () => {
    const { lab, input } = await labWithRole('*')
    for (const actor of [lab.root, lab.as('bob')]) {
      await expect(actor.perform(assumeRoleWithSaml, input)).rejects.toMatchObject({ code: 'AccessDenied' })
    }
  })
})

describe('whom a SAML provider vouches for', () => {
  it('may do nothing else', async () => {
    const { lab, as } = await labWithRole()
    const caller = await vouchedFor(lab)
    for (const operation of [listUsers, getCallerIdentity, assumeRoleWithWebIdentity] as Operation<object>[]) {
      await expect(as(caller, operation, {})).rejects.toMatchObject({ code: 'InvalidClientTokenId', status: 403 })
    }
  })
})
