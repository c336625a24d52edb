import { expect, test } from '../fixtures/dojo'
import { allowInline, createUser } from '../fixtures/flows'

const name = 'AmazonS3ReadOnlyAccess'
const managed = `/iam/policies/${encodeURIComponent(`arn:aws:iam::aws:policy/${name}`)}`

test('a policy is attached from the list by its menu, and set as a boundary from its page', async ({
  teacher: page,
}) => {
  test.slow()
  await createUser(page, 'ann')
  await test.step('Actions > Attach', async () => {
    await page.goto(`/iam/policies?q=${name}`)
    await expect(page.getByRole('button', { name: 'Actions' })).toBeDisabled()
    await page
      .getByRole('row', { name: new RegExp(name) })
      .getByRole('radio')
      .check()
    await page.getByRole('button', { name: 'Actions' }).click()
    await expect(page.getByRole('menuitem', { name: 'Delete' })).toHaveAttribute('aria-disabled', 'true')
    await page.getByRole('menuitem', { name: 'Attach' }).click()
    await page.getByRole('row', { name: /ann/ }).getByRole('checkbox').check()
    await page.getByRole('button', { name: 'Attach policy' }).click()
    await expect(page.getByText(`${name} attached to 1 entity.`)).toBeVisible()
  })
  await test.step('Set as boundary, then change it', async () => {
    await page.goto(`${managed}?section=entities`)
    await page.getByRole('link', { name: 'Set as boundary' }).click()
    // Both pages have a row of this name.
    await expect(page).toHaveURL(/\/set-boundary$/)
    await page.getByRole('row', { name: /ann/ }).getByRole('checkbox').check()
    await page.getByRole('button', { name: 'Set boundary' }).click()
    await expect(page.getByText(`${name} is now the permissions boundary of 1 entity.`)).toBeVisible()
    const bounded = page.getByRole('region', { name: 'Attached as a permissions boundary' })
    await bounded.getByRole('row', { name: /ann/ }).getByRole('checkbox').check()
    await bounded.getByRole('button', { name: 'Change' }).click()
    await expect(page).toHaveURL(/\/iam\/users\/ann\/boundary/)
  })
})

test('an inline policy is removed only by its typed name', async ({ teacher: page }) => {
  test.slow()
  await createUser(page, 'ann')
  await allowInline(page, 'ann', ['s3:GetObject'])
  await page.goto('/iam/users/ann')
  await page
    .getByRole('row', { name: /allowed/ })
    .getByRole('checkbox')
    .check()
  await page.getByRole('button', { name: 'Remove', exact: true }).click()
  const dialog = page.getByRole('dialog')
  const last = dialog.getByRole('button', { name: 'Remove' })
  await expect(last).toBeDisabled()
  await dialog.getByRole('textbox').fill('allowed')
  await last.click()
  await expect(page.getByText('No permissions yet')).toBeVisible()
})
