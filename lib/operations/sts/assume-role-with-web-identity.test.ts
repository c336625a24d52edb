import { describe, expect, it } from 'vitest'
import type { WebIdentity } from '@/lib/access/caller'
import { perform } from '@/lib/gate/perform'
import type { Operation } from '../define'
import { createRole } from '../iam/create-role'
import { listUsers } from '../iam/list-users'
import { allow, type Lab, labWith } from '../testing/lab'
import { assumeRoleWithWebIdentity } from './assume-role-with-web-identity'
import { getCallerIdentity } from './get-caller-identity'

const name = 'id.example.com'

/** Whom a provider vouches for, as `lib/caller` tells it after a good token. */
async function vouchedFor(lab: Lab, more: Partial<WebIdentity> = {}): Promise<WebIdentity> {
  const provider = `arn:aws:iam::${lab.account}:oidc-provider/${name}`
  return {
    kind: 'web-identity',
    account: lab.account,
    revision: await lab.store().account.revision(),
    arn: provider,
    provider,
    providerName: name,
    subject: 'ann',
    audience: 'app',
    claims: { [`${name}:aud`]: 'app', [`${name}:sub`]: 'ann', [`${name}:amr`]: ['pwd', 'mfa'] },
    tags: [],
    transitiveTagKeys: [],
    sourceIdentity: null,
    credential: { kind: 'identity-token' },
    ...more,
  }
}

const trusting = (statement: object) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...statement }] })

async function labWithRole(statement: object = {}) {
  const lab = await labWith({ bob: allow('*') })
  const Principal = { Federated: `arn:aws:iam::${lab.account}:oidc-provider/${name}` }
  const document = trusting({ Principal, Action: 'sts:AssumeRoleWithWebIdentity', ...statement })
  const { Role } = await lab.root.perform(createRole, { RoleName: 'Deploy', AssumeRolePolicyDocument: document })
  const input = { RoleArn: Role.Arn, RoleSessionName: 'ci', WebIdentityToken: 'header.claims.signature' }
  const as = <In, Out>(caller: WebIdentity, operation: Operation<In, Out>, given: In) =>
    perform(operation, given, { ...lab.root.world(), caller })
  return { lab, input, as }
}

const denied = (action = 'sts:AssumeRoleWithWebIdentity') => ({
  code: 'AccessDenied',
  status: 403,
  message: `Not authorized to perform ${action}`,
})

describe('AssumeRoleWithWebIdentity', () => {
  it('asks the trust policy about the claims of the token', async () => {
    const { lab, input, as } = await labWithRole({
      Condition: {
        StringEquals: { [`${name}:aud`]: 'app', [`${name}:sub`]: 'ann', 'sts:RoleSessionName': 'ci' },
        'ForAnyValue:StringEquals': { [`${name}:amr`]: 'mfa' },
      },
    })
    const caller = await vouchedFor(lab)
    const { AssumedRoleUser, Credentials } = await as(caller, assumeRoleWithWebIdentity, input)
    expect(AssumedRoleUser.Arn).toBe(`arn:aws:sts::${lab.account}:assumed-role/Deploy/ci`)
    expect(Credentials.Expiration).toEqual(new Date(lab.now.getTime() + 3_600_000))
    const weak = await vouchedFor(lab, { claims: { ...caller.claims, [`${name}:amr`]: ['pwd'] } })
    await expect(as(weak, assumeRoleWithWebIdentity, input)).rejects.toMatchObject(denied())
  })

  it('tells the trust policy no provider of a session that is not there yet', async () => {
    const { lab, input, as } = await labWithRole({ Condition: { Null: { 'aws:FederatedProvider': 'true' } } })
    await as(await vouchedFor(lab), assumeRoleWithWebIdentity, input)
    const strict = await labWithRole({ Condition: { Null: { 'aws:FederatedProvider': 'false' } } })
    const caller = await vouchedFor(strict.lab)
    await expect(strict.as(caller, assumeRoleWithWebIdentity, strict.input)).rejects.toMatchObject(denied())
  })

  it('asks for the tags of the token as well', async () => {
    const { lab, input, as } = await labWithRole({
      Action: ['sts:AssumeRoleWithWebIdentity', 'sts:TagSession'],
      Condition: { StringEquals: { 'aws:RequestTag/team': 'dev' } },
    })
    const tags = [{ Key: 'team', Value: 'dev' }]
    const { PackedPolicySize } = await as(await vouchedFor(lab, { tags }), assumeRoleWithWebIdentity, input)
    expect(PackedPolicySize).toBeGreaterThan(0)
    await expect(as(await vouchedFor(lab), assumeRoleWithWebIdentity, input)).rejects.toMatchObject(denied())
    const loose = await vouchedFor(lab, { tags, transitiveTagKeys: ['other'] })
    await expect(as(loose, assumeRoleWithWebIdentity, input)).rejects.toMatchObject({ code: 'InvalidParameterValue' })
  })

  it('does not take another provider or another account’s word', async () => {
    const { lab, input, as } = await labWithRole()
    const there = await labWith()
    for (const provider of [
      `arn:aws:iam::${lab.account}:oidc-provider/x.example.com`,
      (await vouchedFor(there)).provider,
    ]) {
      const other = await vouchedFor(lab, { provider, arn: provider })
      await expect(as(other, assumeRoleWithWebIdentity, input)).rejects.toMatchObject(denied())
    }
  })

  it('knows no tokens of OAuth 2.0', async () => {
    const { lab, input, as } = await labWithRole()
    const call = as(await vouchedFor(lab), assumeRoleWithWebIdentity, { ...input, ProviderId: 'www.example.com' })
    await expect(call).rejects.toMatchObject({
      code: 'ValidationError',
      message: 'ProviderId is for OAuth 2.0 tokens, which are not known here.',
    })
  })

  it('is no way for those who sign, even where a role trusts everybody', async () => {
    const { lab, input } = await labWithRole({ Principal: '*', Action: 'sts:*' })
    for (const actor of [lab.root, lab.as('bob')]) {
      await expect(actor.perform(assumeRoleWithWebIdentity, input)).rejects.toMatchObject({ code: 'AccessDenied' })
    }
  })
})

describe('whom a provider vouches for', () => {
  it('may do nothing else', async () => {
    const { lab, as } = await labWithRole()
    const caller = await vouchedFor(lab)
    for (const operation of [listUsers, getCallerIdentity] as Operation<object>[]) {
      await expect(as(caller, operation, {})).rejects.toMatchObject({ code: 'InvalidClientTokenId', status: 403 })
    }
  })
})
