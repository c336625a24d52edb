import type { Page } from '@playwright/test'
import { generateSync } from 'otplib'
import { expect, fillSignIn, test } from '../fixtures/dojo'
import { allowInline, createUser, password } from '../fixtures/flows'

const now = () => Math.floor(Date.now() / 1000)

/** The code of a step before or after the one that `at` lies in. */
const codeIn = (secret: string, at: number, steps: number) => generateSync({ secret, epoch: at + 30 * steps })

/** Goes through the wizard, up to the two codes; gives the secret key. */
async function beginAssigning(page: Page, name: string) {
  await page.getByRole('link', { name: 'Assign MFA device' }).click()
  await page.getByLabel('Device name').fill(name)
  await page.getByRole('button', { name: 'Next', exact: true }).click()
  await page.getByRole('button', { name: 'Show QR code' }).click()
  await expect(page.getByAltText('QR code with the secret key')).toBeVisible()
  await page.getByRole('button', { name: 'Show secret key' }).click()
  return (await page.locator('code', { hasText: /^[A-Z2-7]{64}$/ }).textContent()) ?? ''
}

async function enterCodes(page: Page, first: string, second: string, button: string) {
  await page.getByLabel('MFA code 1').fill(first)
  await page.getByLabel('MFA code 2').fill(second)
  await page.getByRole('button', { name: button, exact: true }).click()
}

test('a user assigns an MFA device and then needs its codes to sign in', async ({
  account,
  teacher,
  signIn,
  browser,
}) => {
  await createUser(teacher, 'ann', { console: 'custom' })
  await allowInline(teacher, 'ann', ['iam:*MFADevice*', 'iam:ListMFADevices'])
  const ann = await signIn('ann', password)
  await ann.goto('/iam/credentials')
  const secret = await beginAssigning(ann, 'phone')
  const assigned = now()

  await test.step('Codes that are not two in a row are refused', async () => {
    await enterCodes(ann, codeIn(secret, assigned, 0), codeIn(secret, assigned, 0), 'Add MFA')
    await expect(ann.getByText('Wait until the app shows the next code, then enter that one')).toBeVisible()
    await enterCodes(ann, codeIn(secret, assigned, 0), codeIn(secret, assigned, -1), 'Add MFA')
    await expect(ann.getByText('Authentication code for device is not valid.')).toBeVisible()
  })
  await test.step('Two in a row assign the device', async () => {
    await enterCodes(ann, codeIn(secret, assigned, -1), codeIn(secret, assigned, 0), 'Add MFA')
    await expect(ann.getByText('MFA device phone assigned to ann.')).toBeVisible()
    await expect(ann.getByRole('cell', { name: new RegExp(`${account.id}:mfa/phone`) })).toBeVisible()
  })
  await test.step('The teacher sees it', async () => {
    await teacher.goto('/iam/users/ann')
    await expect(teacher.getByText('Enabled with MFA')).toBeVisible()
  })

  const context = await browser.newContext()
  const door = await context.newPage()
  await test.step('The password alone opens nothing, nor does a wrong or a used code', async () => {
    await fillSignIn(door, account, 'ann', password)
    for (const code of ['000000', codeIn(secret, assigned, 0)]) {
      await door.getByLabel('MFA code').fill(code)
      await door.getByRole('button', { name: 'Submit' }).click()
      await expect(door.getByRole('alert').first()).toContainText('That code is not good')
      await expect(door.getByLabel('MFA code')).toHaveValue('')
    }
    await context.newPage().then(async (other) => {
      await other.goto('/iam')
      await expect(other).toHaveURL(/signin/)
      await other.close()
    })
  })
  await test.step('The next code opens the console', async () => {
    await door.getByLabel('MFA code').fill(codeIn(secret, assigned, 1))
    await door.getByRole('button', { name: 'Submit' }).click()
    await door.waitForURL((url) => !url.pathname.startsWith('/signin'))
  })
  await test.step('The device is removed, and the password is enough again', async () => {
    await door.goto('/iam/credentials')
    await door.getByRole('radio', { name: /phone/ }).check()
    await door.getByRole('button', { name: 'Remove', exact: true }).click()
    await door.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click()
    await expect(door.getByText('MFA device phone removed.')).toBeVisible()
    await context.clearCookies()
    await fillSignIn(door, account, 'ann', password)
    await door.waitForURL((url) => !url.pathname.startsWith('/signin'))
  })
  await context.close()
})

test('root assigns a device of its own', async ({ account, teacher, browser }) => {
  await teacher.goto('/iam')
  await expect(teacher.getByText('Add MFA for the root user')).toBeVisible()
  await teacher.goto('/iam/credentials')
  const secret = await beginAssigning(teacher, 'root-phone')
  const at = now()
  await enterCodes(teacher, codeIn(secret, at, -1), codeIn(secret, at, 0), 'Add MFA')
  await expect(teacher.getByText('MFA device root-phone assigned to the root user.')).toBeVisible()
  await teacher.goto('/iam')
  await expect(teacher.getByText('The root user has MFA')).toBeVisible()

  const context = await browser.newContext()
  const door = await context.newPage()
  await door.goto('/signin/root')
  await door.getByLabel('Root user email').fill(account.email)
  await door.getByLabel('Password', { exact: true }).fill(account.password)
  await door.getByRole('button', { name: 'Sign in' }).click()
  await door.getByLabel('MFA code').fill(codeIn(secret, at, 1))
  await door.getByRole('button', { name: 'Submit' }).click()
  await door.waitForURL((url) => !url.pathname.startsWith('/signin'))
  await context.close()
})

test('leaving the wizard half-way takes the device along, if one may', async ({ teacher, signIn }) => {
  await createUser(teacher, 'ann', { console: 'custom' })
  await allowInline(teacher, 'ann', ['iam:ListMFADevices', 'iam:CreateVirtualMFADevice'])
  const begin = async (page: Page) => {
    await page.goto('/iam/credentials')
    await beginAssigning(page, 'phone')
    await page.getByRole('button', { name: 'Cancel' }).click()
    await page.waitForURL(/credentials$/)
  }
  await begin(teacher)
  const ann = await signIn('ann', password)
  await begin(ann)
  await expect(ann.getByText('The unassigned MFA device phone is left, and its name taken.')).toBeVisible()
  await ann.getByRole('link', { name: 'Assign MFA device' }).click()
  await ann.getByLabel('Device name').fill('phone')
  await ann.getByRole('button', { name: 'Next', exact: true }).click()
  await expect(ann.getByText('A device of this name exists. Choose another name')).toBeVisible()
})
