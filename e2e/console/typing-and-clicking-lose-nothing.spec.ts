import { expect, test } from '../fixtures/dojo'
import { createUser } from '../fixtures/flows'

test('a click right after typing in a search is heard, and the typed text is not lost', async ({ teacher }) => {
  await createUser(teacher, 'ann')
  await createUser(teacher, 'ben')
  await teacher.goto('/iam/users')
  const search = teacher.getByLabel('Search by user name or access key ID')

  await search.fill('ann')
  await teacher.getByRole('button', { name: 'Path' }).click()
  await expect(teacher).toHaveURL(/q=ann/)
  await expect(teacher).toHaveURL(/sort=Path/)
  await expect(search).toHaveValue('ann')
  await expect(teacher.getByRole('link', { name: 'ben', exact: true })).toHaveCount(0)

  await search.fill('')
  const ben = teacher.getByRole('link', { name: 'ben', exact: true })
  await ben.waitFor()
  await search.fill('b')
  await ben.click()
  await expect(teacher).toHaveURL(/\/iam\/users\/ben$/)
  await expect(teacher.getByRole('heading', { name: 'ben', level: 1 })).toBeVisible()
})

test('what is opened before the page is awake fills itself', async ({ teacher }) => {
  let wake = () => {}
  const asleep = new Promise<void>((resolve) => {
    wake = resolve
  })
  await teacher.route(/\/_next\/static\/.+\.js/, async (route) => {
    await asleep
    await route.continue()
  })
  await teacher.goto('/iam', { waitUntil: 'commit' })
  await teacher.getByRole('button', { name: /^Account:/ }).click()
  await expect(teacher.locator('.float:popover-open')).toBeAttached()
  wake()
  await expect(teacher.getByText('Your password and your access keys')).toBeVisible()
})

test('a click on a notice counts, also where the page below it changes between press and release', async ({
  teacher,
}) => {
  let show = () => {}
  const held = new Promise<void>((resolve) => {
    show = resolve
  })
  await teacher.route(/\/iam\/users\?.*_rsc=/, async (route) => {
    await held
    await route.continue()
  })
  await createUser(teacher, 'ann')
  await teacher.getByRole('link', { name: 'View user' }).hover()
  await teacher.mouse.down()
  show()
  await teacher.getByRole('heading', { name: 'Users', level: 1 }).waitFor()
  await teacher.mouse.up()
  await expect(teacher).toHaveURL(/\/iam\/users\/ann$/)
  await expect(teacher.getByRole('heading', { name: 'ann', level: 1 })).toBeVisible()
})
