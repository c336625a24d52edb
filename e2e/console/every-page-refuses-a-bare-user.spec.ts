import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures/dojo'
import { createUser, password } from '../fixtures/flows'

const managed = encodeURIComponent('arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess')

/** Every page, and the call that is refused first to somebody without permissions. */
const pages: [path: string, action: string][] = [
  ['/iam', 'iam:GetAccountSummary'],
  ['/iam/users', 'iam:ListUsers'],
  ['/iam/users/bob', 'iam:GetUser'],
  ['/iam/users/bob?section=groups', 'iam:ListGroupsForUser'],
  ['/iam/users/bob?section=tags', 'iam:ListUserTags'],
  ['/iam/users/bob?section=security_credentials', 'iam:ListAccessKeys'],
  ['/iam/users/bob?section=last_accessed', 'iam:GenerateServiceLastAccessedDetails'],
  ['/iam/users/bob/tags', 'iam:ListUserTags'],
  ['/iam/users/bob/add-permissions', 'iam:ListGroups'],
  ['/iam/users/bob/add-to-groups', 'iam:ListGroups'],
  ['/iam/users/bob/boundary', 'iam:ListPolicies'],
  ['/iam/users/bob/edit-inline-policy/own', 'iam:GetUserPolicy'],
  ['/iam/groups', 'iam:ListGroups'],
  ['/iam/groups/create', 'iam:ListUsers'],
  ['/iam/groups/testers', 'iam:GetGroup'],
  ['/iam/groups/testers?section=permissions', 'iam:ListAttachedGroupPolicies'],
  ['/iam/groups/testers?section=last_accessed', 'iam:GenerateServiceLastAccessedDetails'],
  ['/iam/groups/testers/add-users', 'iam:ListUsers'],
  ['/iam/groups/testers/attach-policies', 'iam:ListPolicies'],
  ['/iam/groups/testers/edit-inline-policy/own', 'iam:GetGroupPolicy'],
  ['/iam/policies', 'iam:ListPolicies'],
  [`/iam/policies/${managed}`, 'iam:GetPolicy'],
  [`/iam/policies/${managed}?service=s3`, 'iam:GetPolicy'],
  [`/iam/policies/${managed}?view=json`, 'iam:GetPolicy'],
  [`/iam/policies/${managed}?section=entities`, 'iam:ListEntitiesForPolicy'],
  [`/iam/policies/${managed}?section=versions`, 'iam:ListPolicyVersions'],
  [`/iam/policies/${managed}/attach`, 'iam:ListUsers'],
  [`/iam/policies/${managed}/set-boundary`, 'iam:ListUsers'],
  ['/iam/settings', 'iam:GetAccountPasswordPolicy'],
  ['/iam/search?q=bob', 'iam:ListUsers'],
  ['/events', 'cloudtrail:LookupEvents'],
  ['/s3', 's3:ListAllMyBuckets'],
  ['/s3/buckets/reports', 's3:ListBucket'],
]

/** Pages that have nothing to refuse before somebody tries something. */
const openPages = [
  '/iam/users/create',
  '/iam/users/bob/create-access-key',
  '/iam/users/bob/create-inline-policy',
  '/iam/users/bob/assign-mfa',
  '/iam/policies/create',
  '/iam/credentials',
  '/iam/why?call=iam%3AListUsers&input=%7B%7D',
  '/iam/why?call=nothing&input=%7B%7D',
  '/iam/credentials/assign-mfa',
  '/s3/create-bucket',
]

test('a bare user meets the denial box on every page, and never data', async ({ teacher, signIn }) => {
  test.slow()
  await createUser(teacher, 'bob')
  await createUser(teacher, 'ann', { console: 'custom' })
  const ann = await signIn('ann', password)
  for (const [path, action] of pages) {
    await test.step(path, async () => {
      await ann.goto(path)
      const box = ann.getByRole('group', { name: `Access denied to ${action}` }).first()
      await expect(box, path).toBeVisible()
      await expect(ann.getByRole('heading', { level: 1 })).toBeVisible()
    })
  }
})

test('axe finds nothing serious on any page with data', async ({ teacher }) => {
  test.setTimeout(900_000)
  await createUser(teacher, 'bob', { policies: ['AmazonS3ReadOnlyAccess'] })
  await expectNothingSerious(teacher)
})

test('axe finds nothing serious on any page that is refused', async ({ teacher, signIn }) => {
  test.setTimeout(900_000)
  await createUser(teacher, 'ann', { console: 'custom' })
  await expectNothingSerious(await signIn('ann', password))
})

/** Every rule in light mode; in dark mode, where nothing but the colours is different, the rules of contrast. */
async function expectNothingSerious(page: Page) {
  for (const path of [...pages.map(([path]) => path), ...openPages]) {
    await test.step(path, async () => {
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
      await page.goto(path)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await expect(page.getByText(/^Loading/)).toHaveCount(0)
      const all = axeOn(page).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      expect(await seriousOf(all), path).toEqual([])
      await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
      await expect(page.locator('html')).toHaveAttribute('data-mode', 'dark')
      expect(await seriousOf(axeOn(page).withRules(['color-contrast'])), `${path}, dark`).toEqual([])
    })
  }
}

/** There are no frames of others here, so it need not open a page of its own for each look: that takes a third of the time. */
const axeOn = (page: Page) => new AxeBuilder({ page }).setLegacyMode()

async function seriousOf(axe: AxeBuilder) {
  const { violations } = await axe.analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  return serious.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)
}
