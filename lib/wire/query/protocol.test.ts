import { describe, expect, it } from 'vitest'
import { accountWithKey, askIam } from '../testing'

describe('an answer without members', () => {
  it('has an empty result where AWS has a shape for it, and none elsewhere', async () => {
    const { key } = await accountWithKey()
    const trust = encodeURIComponent(
      JSON.stringify({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
      }),
    )
    await askIam(key, `Action=CreateRole&RoleName=server&AssumeRolePolicyDocument=${trust}`)
    const updated = await askIam(key, 'Action=UpdateRole&RoleName=server&Description=Mine')
    expect(updated.body).toMatch(/><UpdateRoleResult(\/>|><\/UpdateRoleResult>)<ResponseMetadata>/)
    const deleted = await askIam(key, 'Action=DeleteRole&RoleName=server')
    expect(deleted.body).toMatch(/^<DeleteRoleResponse xmlns="[^"]+"><ResponseMetadata>/)
  })
})
