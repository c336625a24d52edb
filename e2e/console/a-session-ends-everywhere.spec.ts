import { expect, fillSignIn, test } from '../fixtures/dojo'

test('signing out ends the session for every copy of it, and signing in again leads back', async ({
  account,
  teacher,
  browser,
}) => {
  const storageState = await teacher.context().storageState()
  const copy = await browser.newContext({ baseURL: process.env.E2E_URL, storageState })
  const page = await copy.newPage()
  await page.goto('/iam/groups')
  await expect(page.getByRole('heading', { level: 1, name: /User groups/ })).toBeVisible()

  await teacher.getByRole('button', { name: /^Account: / }).click()
  await teacher.getByRole('button', { name: 'Sign out' }).click()
  await teacher.waitForURL((url) => url.pathname.startsWith('/signin'))

  await page.goto('/iam/groups?search=x')
  await page.waitForURL((url) => url.pathname.startsWith('/signin'))
  await expect(page.getByText('Your session has ended.')).toBeVisible()
  const back = new URL(page.url()).searchParams.get('return')
  expect(back).toBe('/iam/groups?search=x')
  await page.goto(`/signin/root?return=${encodeURIComponent(back ?? '')}`)
  await page.getByLabel('Root user email').fill(account.email)
  await page.getByLabel('Password', { exact: true }).fill(account.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL((url) => url.pathname === '/iam/groups' && url.search === '?search=x')

  await page.context().clearCookies()
  await page.goto(`/signin/root?return=${encodeURIComponent('//example.com/iam')}`)
  await page.getByLabel('Root user email').fill(account.email)
  await page.getByLabel('Password', { exact: true }).fill(account.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/signin'))
  expect(new URL(page.url()).origin).toBe(new URL(process.env.E2E_URL ?? '').origin)
  await copy.close()
})

test('whoever fails ten times is told how long to wait, with one text until then', async ({ account, page }) => {
  for (let failure = 1; failure <= 10; failure++) {
    await fillSignIn(page, account, 'nobody', `wrong-${failure}`)
    await expect(page.getByText('Your sign-in details are not correct. Check them and try again.')).toBeVisible()
  }
  await fillSignIn(page, account, 'nobody', 'wrong-11')
  await expect(
    page.getByText(/Too many attempts went wrong\. Wait (a minute|\d minutes), then try again\./),
  ).toBeVisible()
})
