import { expect, fillSignIn, test } from '../fixtures/dojo'
import { createUser, password } from '../fixtures/flows'

test('a user must choose a new password at first sign-in, and the old one is dead then', async ({
  account,
  teacher,
  browser,
}) => {
  await createUser(teacher, 'ann', { console: 'custom, to be changed' })
  const context = await browser.newContext()
  const ann = await context.newPage()
  await fillSignIn(ann, account, 'ann', password)
  await ann.waitForURL(/change-password/)
  await test.step('No other page opens before', async () => {
    await ann.goto('/iam/users')
    await expect(ann).toHaveURL(/change-password/)
  })
  await test.step('Rules are told, then the change succeeds', async () => {
    const change = async (next: string) => {
      await ann.getByLabel('Old password').fill(password)
      await ann.getByLabel('New password', { exact: true }).fill(next)
      await ann.getByLabel('Retype new password').fill(next)
      await ann.getByRole('button', { name: 'Confirm password change' }).click()
    }
    await change('short')
    await expect(ann.getByText('The password was not changed.')).toBeVisible()
    // What was typed goes when the answer comes; the next words must not be typed before.
    await expect(ann.getByLabel('Old password')).toHaveValue('')
    await change('A-new-0ne-for-me')
    await ann.waitForURL((url) => !url.pathname.startsWith('/change-password'))
  })
  await context.clearCookies()
  await fillSignIn(ann, account, 'ann', password)
  await expect(ann.getByText('Your sign-in details are not correct.')).toBeVisible()
  await fillSignIn(ann, account, 'ann', 'A-new-0ne-for-me')
  await ann.waitForURL((url) => !url.pathname.startsWith('/signin'))
  await context.close()
})
