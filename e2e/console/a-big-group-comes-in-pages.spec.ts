import {
  AddUserToGroupCommand,
  AttachUserPolicyCommand,
  CreateGroupCommand,
  CreateUserCommand,
} from '@aws-sdk/client-iam'
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures/dojo'
import { iamFor } from '../sdk/fixtures'

test.use({ hasRootKey: true })

const GroupName = 'pupils'
const pupils = Array.from({ length: 23 }, (_, at) => `pupil-${String(at + 1).padStart(2, '0')}`)

test('a big group comes in pages, and each table keeps its preferences', async ({ account, teacher: page }) => {
  test.slow()
  if (!account.accessKey) throw new Error('root has no key')
  const iam = iamFor(account.accessKey)
  await iam.send(new CreateGroupCommand({ GroupName }))
  const PolicyArn = 'arn:aws:iam::aws:policy/ReadOnlyAccess'
  for (const UserName of pupils) {
    await iam.send(new CreateUserCommand({ UserName }))
    await iam.send(new AddUserToGroupCommand({ GroupName, UserName }))
    await iam.send(new AttachUserPolicyCommand({ UserName, PolicyArn }))
  }
  const rows = page.getByRole('link', { name: /^pupil-\d\d$/ })

  await test.step('Pages, orders and search of the members', async () => {
    await page.goto(`/iam/groups/${GroupName}`)
    await expect(page.getByRole('link', { name: 'Users (23)' })).toBeVisible()
    await expect(rows).toHaveCount(20)
    await page.getByRole('button', { name: 'Next page' }).click()
    await expect(rows).toHaveText(['pupil-21', 'pupil-22', 'pupil-23'])
    await page.getByRole('button', { name: 'User name' }).click()
    await expect(rows.first()).toHaveText('pupil-23')
    await page.getByRole('searchbox', { name: 'Search users' }).fill('-1')
    await expect(page.getByText('10 matches')).toBeVisible()
    await expect(rows).toHaveCount(10)
  })

  await test.step('Ten rows a page, also after a reload: of pages of the server and of the browser', async () => {
    for (const place of [
      `/iam/groups/${GroupName}`,
      `/iam/policies/${encodeURIComponent(PolicyArn)}?section=entities`,
    ]) {
      await page.goto(place)
      await expect(rows).toHaveCount(20)
      await chooseTenRows(page)
      await expect(rows).toHaveCount(10)
      await page.reload()
      await expect(rows).toHaveCount(10)
    }
  })
})

async function chooseTenRows(page: Page) {
  await page.getByRole('button', { name: 'Preferences' }).first().click()
  await page.getByRole('dialog').getByLabel('10 rows').check()
  await page.getByRole('dialog').getByRole('button', { name: 'Confirm' }).click()
}
