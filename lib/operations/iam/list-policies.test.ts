import { beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { managedPolicies } from '@/lib/aws/catalogue/managed-policies'
import { badInput, noPolicyAllows } from '../testing/expected'
import { allow, documentOf, type Lab, labWith } from '../testing/lab'
import { attachUserPolicy } from './attach-user-policy'
import { createPolicy } from './create-policy'
import { deletePolicy } from './delete-policy'
import { listPolicies } from './list-policies'
import { putUserPermissionsBoundary } from './put-user-permissions-boundary'

const readOnly = 'arn:aws:iam::aws:policy/ReadOnlyAccess'
const PolicyDocument = documentOf(allow('s3:GetObject'))

/** One lab for all: `readonlyaccess` shares its name with one of AWS's, `Zz` comes last, `AAA` first. */
let lab: Lab
const own = (name: string, path = '/') => `arn:aws:iam::${lab.account}:policy${path}${name}`

beforeAll(async () => {
  lab = await labWith({ ann: allow('iam:ListPolicies'), bob: [], cid: [] })
  const policies = [
    ['readonlyaccess', '/'],
    ['Zz', '/dev/'],
    ['AAA', '/dev/team/'],
    ['Middle', '/'],
  ]
  for (const [PolicyName = '', Path] of policies) {
    await lab.root.perform(createPolicy, { PolicyName, Path, PolicyDocument, Description: 'Reads.' })
  }
  await lab.root.perform(attachUserPolicy, { UserName: 'bob', PolicyArn: own('Middle') })
  await lab.root.perform(attachUserPolicy, { UserName: 'bob', PolicyArn: readOnly })
  await lab.root.perform(putUserPermissionsBoundary, { UserName: 'bob', PermissionsBoundary: own('Zz', '/dev/') })
})

async function arns(input: z.output<typeof listPolicies.input>) {
  const { Policies } = await lab.root.perform(listPolicies, input)
  return Policies.map((policy) => policy.Arn)
}

const markerIn = (page: object) => ('Marker' in page ? String(page.Marker) : undefined)

/** Every page of the list, one after the other. */
async function walk(input: object, between = async () => {}) {
  const found: string[] = []
  let Marker: string | undefined
  do {
    const page = await lab.root.perform(listPolicies, { ...input, Marker })
    found.push(...page.Policies.map((policy) => policy.Arn))
    Marker = markerIn(page)
    expect(page.IsTruncated).toBe(Marker !== undefined)
    await between()
  } while (Marker !== undefined)
  return found
}

describe('ListPolicies', () => {
  it("gives one's own and AWS's policies, each once, by name without regard to case", async () => {
    const all = await walk({ MaxItems: 700 })
    expect(all).toHaveLength(managedPolicies().length + 4)
    expect(new Set(all).size).toBe(all.length)
    const names = all.map((arn) => arn.slice(arn.lastIndexOf('/') + 1).toLowerCase())
    expect(names).toEqual(names.toSorted())
    expect(all.indexOf(own('readonlyaccess'))).toBe(all.indexOf(readOnly) - 1)
    expect([all[0], all.at(-1)]).toEqual([own('AAA', '/dev/team/'), own('Zz', '/dev/')])
  })

  it('gives a hundred where nobody says how many', async () => {
    const page = await lab.as('ann').perform(listPolicies, {})
    expect(page.Policies).toHaveLength(100)
    expect(page.IsTruncated).toBe(true)
    expect(page.Policies[0]).not.toHaveProperty('Tags')
    expect(page.Policies[0]).not.toHaveProperty('Description')
  })

  it('goes on behind the last policy of a page, whichever list that came from', async () => {
    const whole = await walk({ MaxItems: 1000 })
    const shared = whole.indexOf(readOnly)
    for (const end of [shared - 1, shared, shared + 1]) {
      const half = await lab.root.perform(listPolicies, { MaxItems: 600 })
      const rest = await lab.root.perform(listPolicies, { MaxItems: end - 600, Marker: markerIn(half) })
      expect(await arns({ MaxItems: 3, Marker: markerIn(rest) })).toEqual(whole.slice(end, end + 3))
    }
    expect(await walk({ Scope: 'Local', MaxItems: 1 })).toHaveLength(4)
  })

  it.each([
    ['Local', () => [own('AAA', '/dev/team/'), own('Middle'), own('readonlyaccess'), own('Zz', '/dev/')]],
    ['AWS', () => managedPolicies().map((policy) => policy.arn)],
  ] as const)('gives the scope %s', async (Scope, expected) => {
    expect(await walk({ Scope, MaxItems: 900 })).toEqual(expected())
  })

  it('gives what is attached, bounds or stands under a path', async () => {
    expect(await arns({ OnlyAttached: true })).toEqual([own('Middle'), readOnly])
    expect(await arns({ OnlyAttached: true, Scope: 'AWS' })).toEqual([readOnly])
    expect(await arns({ PolicyUsageFilter: 'PermissionsPolicy', Scope: 'Local' })).toEqual([own('Middle')])
    expect(await arns({ PolicyUsageFilter: 'PermissionsBoundary' })).toEqual([own('Zz', '/dev/')])
    expect(await arns({ OnlyAttached: true, PolicyUsageFilter: 'PermissionsBoundary' })).toEqual([])
    expect(await arns({ PathPrefix: '/dev/' })).toEqual([own('AAA', '/dev/team/'), own('Zz', '/dev/')])
    expect(await arns({ PathPrefix: '/job-function/', MaxItems: 1 })).toHaveLength(1)
    const { Policies } = await lab.root.perform(listPolicies, { Scope: 'Local' })
    expect(
      Policies.map(({ AttachmentCount, PermissionsBoundaryUsageCount }) => [
        AttachmentCount,
        PermissionsBoundaryUsageCount,
      ]),
    ).toEqual([
      [0, 0],
      [1, 0],
      [0, 0],
      [0, 1],
    ])
  })

  it('goes on at the right place when policies come and go between pages', async () => {
    const first = await lab.root.perform(listPolicies, { Scope: 'Local', MaxItems: 2 })
    await lab.root.perform(createPolicy, { PolicyName: 'Early', PolicyDocument })
    await lab.root.perform(createPolicy, { PolicyName: 'Nearly', PolicyDocument })
    expect(await arns({ Scope: 'Local', Marker: markerIn(first) })).toEqual([
      own('Nearly'),
      own('readonlyaccess'),
      own('Zz', '/dev/'),
    ])
    for (const name of ['Early', 'Nearly']) await lab.root.perform(deletePolicy, { PolicyArn: own(name) })
  })

  it('is refused under the path that it asks for', async () => {
    await expect(lab.as('cid').perform(listPolicies, {})).rejects.toMatchObject(
      noPolicyAllows(lab.userArn('cid'), 'iam:ListPolicies', 'policy path /'),
    )
    await expect(lab.as('cid').perform(listPolicies, { PathPrefix: '/dev/' })).rejects.toMatchObject(
      noPolicyAllows(lab.userArn('cid'), 'iam:ListPolicies', 'policy path /dev/'),
    )
    const events = (await lab.events()).filter((event) => event.userName === 'cid')
    expect(events).toMatchObject([{ errorCode: 'AccessDenied' }, { errorCode: 'AccessDenied' }])
  })

  it.each([
    [{ Scope: 'Mine' as never }, badInput('scope', 'Member must satisfy enum value set: [All, AWS, Local]')],
    [{ MaxItems: 1001 }, badInput('maxItems', 'Member must have value less than or equal to 1000')],
    [{ Marker: 'AA' }, { code: 'ValidationError', message: 'Invalid Marker.' }],
    [{ PathPrefix: '/dev' }, { code: 'ValidationError' }],
  ])('does not take %o', async (input, expected) => {
    await expect(lab.root.perform(listPolicies, input)).rejects.toMatchObject(expected)
  })
})
