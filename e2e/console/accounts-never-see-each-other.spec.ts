import { randomInt, randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { expect, operator, test } from '../fixtures/dojo'
import { createUser } from '../fixtures/flows'

test('a forged address or form of another account finds nothing', async ({ account, teacher }) => {
  const other = {
    id: String(randomInt(1e11, 1e12)),
    email: `${randomUUID()}@dojo.example`,
    password: `Root!${randomUUID()}`,
  }
  await operator('POST', '', other)
  try {
    await createUser(teacher, 'ann')
    const policy = `arn:aws:iam::${other.id}:policy/theirs`
    await teacher.goto(`/iam/policies/${encodeURIComponent(policy)}`)
    await expect(teacher.getByText(/Access denied|No such policy/).first()).toBeVisible()
    await teacher.goto('/iam/users/ann/add-permissions')
    await expect(teacher.getByText(other.id)).toHaveCount(0)
    await test.step('The other root signs in and does not find ann', async () => {
      const context = await teacher.context().browser()?.newContext({ baseURL: process.env.E2E_URL })
      const page = await context?.newPage()
      if (!page || !context) throw new Error('No second browser profile.')
      await page.goto('/signin/root')
      await page.getByLabel('Root user email').fill(other.email)
      await page.getByLabel('Password', { exact: true }).fill(other.password)
      await page.getByRole('button', { name: 'Sign in' }).click()
      await page.waitForURL((url) => !url.pathname.startsWith('/signin'))
      await page.goto('/iam/users/ann')
      await expect(page.getByText('No such user')).toBeVisible()
      await page.goto('/iam/users')
      await expect(page.getByText('No users')).toBeVisible()
      await expect(page.getByText(account.id)).toHaveCount(0)

      await createUser(page, 'bob')
      await forgeTagForm(teacher, 'ann', 'bob')
      await expect(teacher.getByText(/bob cannot be found/).first()).toBeVisible()
      await page.goto('/iam/users/bob/tags')
      await expect(page.getByText('forged')).toHaveCount(0)
      await context.close()
    })
  } finally {
    await operator('DELETE', `/${other.id}`)
  }
})

/** Sends the form of one user's tags with another user's name in it. */
async function forgeTagForm(page: Page, own: string, other: string) {
  await page.goto(`/iam/users/${own}/tags`)
  await page.getByRole('button', { name: 'Add new tag' }).click()
  await page.getByLabel('Key of tag 1', { exact: true }).fill('forged')
  let forged = 0
  await page.route('**/*', (route) => {
    const body = route.request().method() === 'POST' ? route.request().postData() : null
    if (!body?.includes('forged')) return route.continue()
    forged += 1
    return route.continue({ postData: body.replaceAll(own, other) })
  })
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect.poll(() => forged).toBeGreaterThan(0)
}
