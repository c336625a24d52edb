import { expect, test } from '../fixtures/dojo'
import { createUser } from '../fixtures/flows'

// README_PICTURE=1 npm test -- e2e keeps the picture; every run proves that the page can still be taken.
test('the users page looks presentable with a few users', async ({ teacher: page }) => {
  for (const name of ['alice', 'ben', 'chiara']) await createUser(page, name, { console: 'custom' })
  await page.goto('/iam/users')
  await expect(page.getByRole('row')).toHaveCount(4)
  const path = process.env.README_PICTURE ? 'docs/users.png' : 'test-results/users.png'
  await page.setViewportSize({ width: 1280, height: 640 })
  await page.screenshot({ path })
})
