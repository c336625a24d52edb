import { expect, test } from '../fixtures/dojo'
import { createUser, loaded, writePolicy } from '../fixtures/flows'

const badNames = ['a'.repeat(65), '../etc', 'ann😀', 'ann bob', ' ']

test('wrong names stay on their field, and nothing is written', async ({ teacher: page }) => {
  await page.goto('/iam/users/create')
  for (const name of badNames) {
    await page.getByLabel('User name').fill(name)
    await page.getByRole('button', { name: 'Next', exact: true }).click()
    await expect(page.getByLabel('User name')).toHaveAttribute('aria-invalid', 'true')
    await expect(page.getByLabel('User name')).toBeFocused()
  }
  await page.goto('/iam/groups/create')
  await loaded(page)
  await page.getByLabel('User group name').fill('a'.repeat(129))
  await page.getByRole('button', { name: 'Create user group' }).click()
  await expect(page.getByLabel('User group name')).toHaveAttribute('aria-invalid', 'true')
  await page.goto('/iam/users')
  await expect(page.getByText('No users')).toBeVisible()
})

test('two tabs make one name: the second is told on the field', async ({ teacher: first }) => {
  const second = await first.context().newPage()
  for (const page of [first, second]) {
    await page.goto('/iam/users/create')
    await page.getByLabel('User name').fill(page === first ? 'ann' : 'ANN')
    await page.getByRole('button', { name: 'Next', exact: true }).click()
    await page.getByRole('button', { name: 'Next', exact: true }).click()
  }
  await first.getByRole('button', { name: 'Create user' }).click()
  await expect(first.getByText('User ann created.')).toBeVisible()
  await second.getByRole('button', { name: 'Create user' }).click()
  await expect(second.getByText('There is already a user with this name.')).toBeVisible()
  await expect(second.getByLabel('User name')).toHaveAttribute('aria-invalid', 'true')
})

test('a double click creates one group', async ({ teacher: page }) => {
  await page.goto('/iam/groups/create')
  await loaded(page)
  await page.getByLabel('User group name').fill('testers')
  const sent: string[] = []
  page.on('request', (request) => request.postData()?.includes('testers') && sent.push(request.url()))
  await page.getByRole('button', { name: 'Create user group' }).dblclick()
  await expect(page.getByText('User group testers created.')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1, name: /User groups \(1\)/ })).toBeVisible()
  await expect(page.getByRole('alert').filter({ hasText: 'already' })).toHaveCount(0)
  expect(sent).toHaveLength(1)
})

test('a policy that is too long or has a key twice is refused with its reason', async ({ teacher: page }) => {
  const resources = Array.from({ length: 240 }, (_, index) => `arn:aws:s3:::reports-${index}/*`)
  const long = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: resources }] }
  await page.goto('/iam/policies/create')
  await writePolicy(page, JSON.stringify(long))
  await expect(page.getByText(/-[\d,]+ of 6,144 characters left/)).toBeVisible()
  await page.getByRole('button', { name: 'Next', exact: true }).click()
  await expect(page.getByText(/Cannot exceed quota|too long|over the limit|6,144/).first()).toBeVisible()
  await expect(page.getByLabel('Policy name')).toHaveCount(0)
  const twice =
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Effect":"Deny","Action":"s3:*","Resource":"*"}]}'
  await writePolicy(page, twice)
  await expect(page.getByText(/twice|duplicate/i).first()).toBeVisible()
  await page.getByRole('button', { name: 'Next', exact: true }).click()
  await expect(page.getByLabel('Policy name')).toHaveCount(0)
})

test('a fifty-first tag has no row, and a key given twice is told', async ({ teacher: page }) => {
  await createUser(page, 'ann')
  await page.goto('/iam/users/ann/tags')
  const add = page.getByRole('button', { name: 'Add new tag' })
  for (let tag = 1; tag <= 50; tag++) {
    await add.click()
    await page.getByLabel(`Key of tag ${tag}`, { exact: true }).fill(tag === 50 ? 'K1' : `k${tag}`)
  }
  await expect(add).toBeDisabled()
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByText(/There is another tag with this key/).first()).toBeVisible()
  await page.getByLabel('Key of tag 50', { exact: true }).fill('k50')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByText('Tags of ann saved.')).toBeVisible()
})
