import { expect, test } from '../fixtures/dojo'
import { createUser } from '../fixtures/flows'

test('an access key is made, described, switched off and deleted, in that order', async ({ teacher: page }) => {
  test.slow()
  await createUser(page, 'ann')
  await page.getByRole('link', { name: 'View user' }).click()
  await page.getByRole('link', { name: 'Create access key' }).first().click()
  await page.getByLabel('Other').check()
  await page.getByRole('button', { name: 'Next', exact: true }).click()
  await page.getByLabel('Description tag value').fill('Laptop')
  await page.getByRole('button', { name: 'Create access key' }).click()
  await page.getByRole('button', { name: 'Done' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Continue' }).click()

  const key = page.getByRole('region', { name: /^Access key AKIA/ })
  await expect(key).toContainText('Laptop')
  const id = (await key.getByRole('heading').textContent()) ?? ''
  const choose = async (item: string) => {
    await key.getByRole('button', { name: 'Actions' }).click()
    await page.getByRole('menuitem', { name: item, exact: true }).click()
  }

  await test.step('Its description is changed', async () => {
    await choose('Edit description')
    const dialog = page.getByRole('dialog', { name: `Describe ${id}` })
    await dialog.getByLabel('Description').fill('Desk in the attic')
    await dialog.getByRole('button', { name: 'Save changes' }).click()
    await expect(page.getByText(`Description of access key ${id} saved.`)).toBeVisible()
    await expect(key).toContainText('Desk in the attic')
    await expect(key).not.toContainText('Laptop')
  })

  await test.step('An active key is deactivated on the way to its deletion', async () => {
    await choose('Delete')
    const dialog = page.getByRole('dialog', { name: `Delete ${id}?` })
    await expect(dialog).toContainText('It was never used.')
    await expect(dialog.getByRole('button', { name: 'Delete' })).toHaveCount(0)
    await dialog.getByRole('button', { name: 'Deactivate' }).click()
    await expect(dialog.getByRole('textbox')).toBeFocused()
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await expect(key).toContainText('Inactive')
  })

  await test.step('It is activated with one click, and deactivated after a question', async () => {
    await choose('Activate')
    await expect(page.getByText(`Access key ${id} activated.`)).toBeVisible()
    await choose('Deactivate')
    await page.getByRole('dialog').getByRole('button', { name: 'Deactivate' }).click()
    await expect(key).toContainText('Inactive')
  })

  await test.step('An inactive key is deleted by its typed ID', async () => {
    await choose('Delete')
    const dialog = page.getByRole('dialog', { name: `Delete ${id}?` })
    await dialog.getByRole('textbox').fill(id)
    await dialog.getByRole('button', { name: 'Delete' }).click()
    await expect(key).toHaveCount(0)
    await expect(page.getByText('No access keys')).toBeVisible()
  })
})
