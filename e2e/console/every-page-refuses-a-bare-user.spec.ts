import { readdirSync } from 'node:fs'
import type { Page } from '@playwright/test'
import axe from 'axe-core'
import { expect, test } from '../fixtures/dojo'
import { loaded, password } from '../fixtures/flows'
import { furnish } from '../fixtures/furnish'

test.use({ hasRootKey: true })

const managed = encodeURIComponent('arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess')

/** A page, and the call that is refused first to somebody without permissions; none where nothing is asked before one acts. */
type Visit = [path: string, action?: string]
type Things = { bucket: string; policy: string; event: string }

const rooms: Record<string, (things: Things) => Visit[]> = {
  users: () => [
    ['/iam', 'iam:GetAccountSummary'],
    ['/iam/users', 'iam:ListUsers'],
    ['/iam/users/create'],
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
    ['/iam/users/bob/create-inline-policy'],
    ['/iam/users/bob/create-access-key'],
    ['/iam/users/bob/assign-mfa'],
  ],
  'groups and settings': () => [
    ['/iam/groups', 'iam:ListGroups'],
    ['/iam/groups/create', 'iam:ListUsers'],
    ['/iam/groups/testers', 'iam:GetGroup'],
    ['/iam/groups/testers?section=permissions', 'iam:ListAttachedGroupPolicies'],
    ['/iam/groups/testers?section=last_accessed', 'iam:GenerateServiceLastAccessedDetails'],
    ['/iam/groups/testers/add-users', 'iam:ListUsers'],
    ['/iam/groups/testers/attach-policies', 'iam:ListPolicies'],
    ['/iam/groups/testers/create-inline-policy'],
    ['/iam/groups/testers/edit-inline-policy/own', 'iam:GetGroupPolicy'],
    ['/iam/settings', 'iam:GetAccountPasswordPolicy'],
    ['/iam/settings/password-policy', 'iam:GetAccountPasswordPolicy'],
    ['/iam/search?q=bob', 'iam:ListUsers'],
    ['/iam/credentials'],
    ['/iam/credentials/assign-mfa'],
    ['/iam/credentials/create-access-key'],
  ],
  policies: ({ policy }) => [
    ['/iam/policies', 'iam:ListPolicies'],
    ['/iam/policies/create'],
    [`/iam/policies/${managed}`, 'iam:GetPolicy'],
    [`/iam/policies/${managed}?service=s3`, 'iam:GetPolicy'],
    [`/iam/policies/${managed}?view=json`, 'iam:GetPolicy'],
    [`/iam/policies/${policy}?section=entities`, 'iam:ListEntitiesForPolicy'],
    [`/iam/policies/${policy}?section=tags`, 'iam:ListPolicyTags'],
    [`/iam/policies/${policy}?section=versions`, 'iam:ListPolicyVersions'],
    [`/iam/policies/${policy}/attach`, 'iam:ListUsers'],
    [`/iam/policies/${policy}/edit`, 'iam:GetPolicy'],
    [`/iam/policies/${policy}/set-boundary`, 'iam:ListUsers'],
    [`/iam/policies/${policy}/tags`, 'iam:ListPolicyTags'],
  ],
  'buckets and events': ({ bucket, event }) => [
    ['/s3', 's3:ListAllMyBuckets'],
    ['/s3/create-bucket'],
    [`/s3/buckets/${bucket}`, 's3:ListBucket'],
    [`/s3/buckets/${bucket}?prefix=march%2F`, 's3:ListBucket'],
    [`/s3/buckets/${bucket}/object?key=notes.txt`, 's3:GetObject'],
    [`/s3/buckets/${bucket}/upload`],
    ['/events', 'cloudtrail:LookupEvents'],
    [`/events/${event}`, 'cloudtrail:LookupEvents'],
    ['/iam/why?call=iam%3AListUsers&input=%7B%7D'],
    ['/iam/why?call=nothing&input=%7B%7D'],
  ],
}

/** Those that are not behind a session with its rights. */
const outside = (alias: string) => ['/signin', '/signin/root', `/signin/${alias}`, '/about']

for (const [room, visits] of Object.entries(rooms)) {
  test(`${room}: a bare user meets the denial box on every page and never data, and axe finds nothing serious`, async ({
    account,
    signIn,
  }) => {
    test.setTimeout(600_000)
    const { bucket, policyArn } = await furnish(account)
    const ann = await signIn('ann', password)
    for (const [path, action] of visits({ bucket, policy: encodeURIComponent(policyArn), event: 'any' })) {
      await test.step(path, async () => {
        await visit(ann, path)
        const box = ann.getByRole('group', { name: `Access denied to ${action}` }).first()
        if (action) await expect(box, path).toBeVisible()
        await expectNothingSerious(ann, path)
      })
    }
  })

  test(`${room}: axe finds nothing serious on any page with data`, async ({ account, teacher }) => {
    test.setTimeout(600_000)
    const { bucket, policyArn } = await furnish(account)
    const event = await newestEvent(teacher)
    for (const [path] of visits({ bucket, policy: encodeURIComponent(policyArn), event })) {
      await test.step(path, async () => {
        await visit(teacher, path)
        await expect(teacher.getByText(/^No such (user|group|policy|bucket|object|event)/), path).toHaveCount(0)
        await expectNothingSerious(teacher, path)
      })
    }
  })
}

test('axe finds nothing serious on the pages before the console', async ({ account, page, signIn }) => {
  test.slow()
  await furnish(account)
  for (const path of outside(account.alias)) {
    await test.step(path, async () => {
      await visit(page, path)
      await expectNothingSerious(page, path)
    })
  }
  const eve = await signIn('eve', password)
  await expect(eve).toHaveURL(/change-password/)
  await visit(eve, '/change-password')
  await expectNothingSerious(eve, '/change-password')
})

test('these are all pages that there are', () => {
  const things = { bucket: 'b', policy: 'p', event: 'e' }
  const visited = Object.values(rooms).flatMap((visits) => visits(things).map(([path]) => path))
  const paths = [...visited, ...outside('account'), '/change-password'].map((path) => path.replace(/\?.*/, ''))
  const routes = readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|\/)page\.tsx$/.test(file))
    .map((file) => `/${file}`.replace(/\/\([^)]*\)/g, '').replace(/\/page\.tsx$/, ''))
  // The address without a path leads on to the dashboard.
  const unvisited = routes.filter((route) => route !== '' && !paths.some((path) => pattern(route).test(path)))
  expect(unvisited).toEqual([])
})

const pattern = (route: string) => new RegExp(`^${route.replace(/\[[^\]]*\]/g, '[^/]+')}$`)

async function newestEvent(page: Page): Promise<string> {
  await page.goto('/events')
  const first = page.getByRole('table').locator('a[href^="/events/"]').first()
  return ((await first.getAttribute('href')) ?? '').replace('/events/', '')
}

async function visit(page: Page, path: string) {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await page.goto(path)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await loaded(page)
}

/** Every rule in light mode; in dark mode, where nothing but the colours is different, the rule of contrast. */
async function expectNothingSerious(page: Page, path: string) {
  await page.evaluate(axe.source)
  expect(await serious(page, ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']), path).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  await expect(page.locator('html')).toHaveAttribute('data-mode', 'dark')
  expect(await serious(page, ['color-contrast']), `${path}, dark`).toEqual([])
}

/** What axe finds on the page. Only that leaves the page: all that is well makes a long list. */
const serious = (page: Page, runOnly: string[]) =>
  page.evaluate(async (runOnly) => {
    // This runs in the page, where the script above has put axe into the window.
    const { axe: onPage } = globalThis as unknown as { axe: typeof axe }
    const { violations } = await onPage.run({ runOnly, resultTypes: ['violations'] })
    const worst = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    return worst.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)
  }, runOnly)
