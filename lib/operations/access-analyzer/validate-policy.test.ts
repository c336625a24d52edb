import { describe, expect, it } from 'vitest'
import { noPolicyAllows } from '../testing/expected'
import { allow, labWith } from '../testing/lab'
import { validatePolicy } from './validate-policy'

const document = `{
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": ["s3:GetObjekt", "s3:Lst"], "Resource": "*" }]
}`
const input = { policyDocument: document, policyType: 'IDENTITY_POLICY' as const }

describe('ValidatePolicy', () => {
  it('finds what is wrong, where the API counts lines from 1 and columns from 0', async () => {
    const lab = await labWith({ ann: allow('access-analyzer:ValidatePolicy') })
    const { findings } = await lab.as('ann').perform(validatePolicy, input)
    const found = findings.find((finding) => finding.issueCode === 'INVALID_ACTION')
    const offset = document.indexOf('"s3:GetObjekt"')
    expect(found).toMatchObject({
      findingType: 'ERROR',
      findingDetails: expect.stringContaining('s3:GetObjekt'),
      learnMoreLink: expect.stringMatching(/^https:\/\/.*-error-invalid-action$/),
    })
    expect(found?.locations).toEqual([
      {
        path: [{ value: 'Statement' }, { index: 0 }, { value: 'Action' }, { index: 0 }],
        span: {
          start: { line: 3, column: 48, offset },
          end: { line: 3, column: 62, offset: offset + '"s3:GetObjekt"'.length },
        },
      },
    ])
  })

  it('gives pages', async () => {
    const lab = await labWith()
    const whole = await lab.root.perform(validatePolicy, input)
    const first = await lab.root.perform(validatePolicy, { ...input, maxResults: 1 })
    expect(first).toEqual({ findings: whole.findings.slice(0, 1), nextToken: expect.any(String) })
    const rest = await lab.root.perform(validatePolicy, { ...input, nextToken: first.nextToken })
    expect(rest).toEqual({ findings: whole.findings.slice(1) })
  })

  it('is refused without permission', async () => {
    const lab = await labWith({ ann: [] })
    await expect(lab.as('ann').perform(validatePolicy, input)).rejects.toMatchObject(
      noPolicyAllows(lab.userArn('ann'), 'access-analyzer:ValidatePolicy', '*'),
    )
  })

  it('does not take a policy type that it does not know', async () => {
    const lab = await labWith()
    const wrong = { ...input, policyType: 'PASSWORD_POLICY' as never }
    await expect(lab.root.perform(validatePolicy, wrong)).rejects.toMatchObject({ code: 'ValidationError' })
  })
})
