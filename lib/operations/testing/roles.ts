import { createRole } from '../iam/create-role'
import { putRolePolicy } from '../iam/put-role-policy'
import { documentOf, type Lab } from './lab'

type Role = {
  name?: string
  trust: object | object[]
  may?: Parameters<typeof documentOf>
  MaxSessionDuration?: number
}

const trustOf = (...statements: object[]) => {
  const Statement = statements.map((statement) => ({ Effect: 'Allow', Action: 'sts:AssumeRole', ...statement }))
  return JSON.stringify({ Version: '2012-10-17', Statement })
}

/** A trust policy's principal that stands for a whole account. */
export const anyoneOf = (account: string) => ({ Principal: { AWS: `arn:aws:iam::${account}:root` } })

/** Makes a role and gives the input that assumes it. */
export async function withRole(lab: Lab, { name = 'Reader', trust, may = [], ...rest }: Role) {
  const AssumeRolePolicyDocument = trustOf(...[trust].flat())
  await lab.root.perform(createRole, { RoleName: name, AssumeRolePolicyDocument, ...rest })
  if (may.length > 0) {
    await lab.root.perform(putRolePolicy, { RoleName: name, PolicyName: 'own', PolicyDocument: documentOf(...may) })
  }
  return { RoleArn: lab.roleArn(name), RoleSessionName: 'lesson' }
}

/** What STS answers, whatever was missing. */
export const notAuthorized = (arn: string, RoleArn: string, action = 'sts:AssumeRole') => ({
  code: 'AccessDenied',
  status: 403,
  message: `User: ${arn} is not authorized to perform: ${action} on resource: ${RoleArn}`,
})
