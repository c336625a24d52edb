import { expect, test } from '../fixtures/dojo'
import { createUser, writePolicy } from '../fixtures/flows'

const managed = `/iam/policies/${encodeURIComponent('arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess')}`

test('a policy is summed up: services, then actions, then resources', async ({ teacher: page }) => {
  test.slow()
  await page.goto(managed)
  const allow = page.getByRole('region', { name: 'Allow', exact: true })
  await expect(allow.getByRole('row', { name: /Amazon S3 Full: List Limited: Read/ })).toBeVisible()
  await allow.getByLabel('Search services').fill('lambda')
  await expect(allow.getByRole('row', { name: /Amazon S3 Object Lambda/ })).toBeVisible()
  await expect(allow.getByRole('row', { name: /Amazon S3 Full/ })).toHaveCount(0)
  // The address follows the typing after a moment; a click before that would be overtaken.
  await page.waitForURL(/allow\.q=lambda/)
  await allow.getByLabel('Search services').fill('')
  await expect(page).not.toHaveURL(/allow\.q/)
  await allow.getByRole('link', { name: 'Amazon S3', exact: true }).click()
  await page.getByLabel('Search read actions').fill('GetObject')
  await page.waitForURL(/read\.q=GetObject/)
  await page.getByRole('link', { name: 'GetObject', exact: true }).click()
  await page.waitForURL(/action=GetObject/)
  await expect(page.getByRole('cell', { name: 'All resources' })).toBeVisible()
  await page.getByRole('link', { name: 'Actions of Amazon S3' }).click()
  await page.getByRole('link', { name: /^Show remaining \d+ actions$/ }).click()
  await expect(page.getByText('(No access)').first()).toBeVisible()
  await page.getByRole('navigation', { name: 'View' }).getByRole('link', { name: 'JSON' }).click()
  await expect(page.getByRole('region', { name: 'Policy document' })).toContainText('s3:Get*')
})

test('an inline policy is made, opened, changed and saved in its place', async ({ teacher: page }) => {
  test.slow()
  await createUser(page, 'ann')
  await page.goto('/iam/users/ann/create-inline-policy')
  await writePolicy(page, documentFor('s3:GetObject'))
  await page.getByRole('button', { name: 'Next', exact: true }).click()
  await page.getByLabel('Policy name').fill('own')
  await page.getByRole('button', { name: 'Create policy' }).click()
  await expect(page.getByText('Policy own created for user ann.')).toBeVisible()
  await page.getByRole('link', { name: 'own', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Modify permissions in own' })).toBeVisible()
  await writePolicy(page, documentFor('s3:PutObject'))
  await page.getByRole('button', { name: 'Next', exact: true }).click()
  await expect(page.getByRole('row', { name: /Amazon S3 Limited: Write All resources None/ })).toBeVisible()
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByText('Policy own of user ann saved.')).toBeVisible()
  await page.getByRole('button', { name: /own/ }).first().click()
  await expect(page.getByRole('region', { name: 'Document of own' })).toContainText('s3:PutObject')
})

const documentFor = (Action: string) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource: '*' }] })
