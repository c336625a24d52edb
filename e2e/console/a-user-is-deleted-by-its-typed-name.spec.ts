import { expect, test } from '../fixtures/dojo'
import { createUser, loaded, password } from '../fixtures/flows'

test('a user is deleted with all that hangs on it once its name is typed', async ({ teacher: page, signIn }) => {
  await createUser(page, 'ann', { console: 'custom', policies: ['AmazonS3ReadOnlyAccess'] })
  const ann = await signIn('ann', password)
  await page.goto('/iam/users')
  await page.getByRole('row', { name: /ann/ }).getByRole('checkbox').check()
  await page.getByRole('button', { name: 'Delete' }).click()
  const dialog = page.getByRole('dialog', { name: 'Delete user ann?' })
  const last = dialog.getByRole('button', { name: 'Delete' })
  await expect(last).toBeDisabled()
  await dialog.getByRole('textbox').fill('anne')
  await expect(last).toBeDisabled()
  await dialog.getByRole('textbox').fill('ann')
  await last.click()
  await expect(page.getByText('User ann deleted.')).toBeVisible()
  await expect(page.getByRole('row', { name: /ann/ })).toHaveCount(0)
  await test.step('What was said is not said again', async () => {
    await page.reload()
    await expect(page.getByRole('heading', { level: 1, name: /^Users/ })).toBeVisible()
    await loaded(page)
    await expect(page.getByText('User ann deleted.')).toHaveCount(0)
  })
  await test.step('Her session ended with her', async () => {
    await ann.goto('/s3')
    await expect(ann).toHaveURL(/\/signin/)
  })
})
