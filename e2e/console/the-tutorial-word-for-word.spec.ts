import { expect, test } from '../fixtures/dojo'
import { pickPolicy } from '../fixtures/flows'

test('the tutorial works word for word', async ({ teacher: page }) => {
  await test.step('Dashboard, Users, Create user', async () => {
    await page.goto('/iam')
    await page
      .getByRole('navigation', { name: 'Identity and Access Management' })
      .getByRole('link', { name: 'Users', exact: true })
      .click()
    await page.getByRole('main').getByRole('link', { name: 'Create user' }).first().click()
  })
  await test.step('Specify user details', async () => {
    await expect(page.getByRole('heading', { level: 1, name: 'Specify user details' })).toBeVisible()
    await page.getByLabel('User name').fill('ann')
    await page.getByRole('button', { name: 'Next', exact: true }).click()
  })
  await test.step('Set permissions: three options, attach directly', async () => {
    await expect(page.getByLabel('Add user to group')).toBeChecked()
    await expect(page.getByLabel('Copy permissions')).toBeVisible()
    await page.getByLabel('Attach policies directly').check()
    await pickPolicy(page, 'AmazonS3ReadOnlyAccess')
    await page.getByRole('button', { name: 'Next', exact: true }).click()
  })
  await test.step('Review, and Previous loses nothing', async () => {
    await expect(page.getByRole('row', { name: /AmazonS3ReadOnlyAccess/ })).toContainText('Permissions policy')
    await page.getByRole('button', { name: 'Previous', exact: true }).click()
    await expect(page.getByLabel('Attach policies directly')).toBeChecked()
    await page.getByRole('button', { name: 'Previous', exact: true }).click()
    await expect(page.getByLabel('User name')).toHaveValue('ann')
    await page.getByRole('button', { name: 'Next', exact: true }).click()
    await page.getByRole('button', { name: 'Next', exact: true }).click()
    await page.getByRole('button', { name: 'Create user' }).click()
  })
  await test.step('Back on the list, the user shows', async () => {
    await expect(page.getByRole('heading', { level: 1, name: /Users \(1\)/ })).toBeVisible()
    await expect(page.getByRole('row', { name: /ann/ })).toBeVisible()
  })
  await test.step('User groups, Create group', async () => {
    await page.getByRole('link', { name: 'User groups' }).click()
    await page.getByRole('main').getByRole('link', { name: 'Create group' }).first().click()
    await page.getByLabel('User group name').fill('testers')
    await page.getByRole('row', { name: /ann/ }).getByRole('checkbox').check()
    await pickPolicy(page, 'AmazonEC2ReadOnlyAccess')
    await page.getByRole('button', { name: 'Create user group' }).click()
    await expect(page.getByRole('row', { name: /testers/ })).toContainText('1')
    await expect(page.getByRole('row', { name: /testers/ })).toContainText('Defined')
  })
  await test.step('Account settings, password policy, edit, save', async () => {
    await page.getByRole('link', { name: 'Account settings' }).click()
    await page
      .getByRole('link', { name: 'Edit' })
      .or(page.getByRole('button', { name: 'Edit' }))
      .first()
      .click()
    await page.getByRole('radio', { name: /^Custom/ }).check()
    await page.getByLabel(/minimum length/i).fill('12')
    await page.getByRole('button', { name: 'Save changes' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Set custom' }).click()
    await expect(page.getByText(/12 characters/).first()).toBeVisible()
  })
})
