import { expect, test } from '../fixtures/dojo'

test('a user is made without touching the mouse', async ({ teacher: page }) => {
  await page.goto('/iam/users')
  const press = (key: string) => page.keyboard.press(key)
  const tabTo = async (name: RegExp) => {
    for (let steps = 0; steps < 60; steps++) {
      await press('Tab')
      const focused = await page.evaluate(() => {
        const element = document.activeElement as HTMLElement
        const label = element?.id ? document.querySelector(`label[for="${element.id}"]`)?.textContent : ''
        return `${label ?? ''} ${element?.getAttribute('aria-label') ?? ''} ${element?.closest('label')?.textContent ?? ''} ${element?.textContent ?? ''}`
      })
      if (name.test(focused)) return
    }
    throw new Error(`Tab never reached ${name}.`)
  }
  await tabTo(/Create user/)
  await press('Enter')
  await expect(page.getByLabel('User name')).toBeFocused()
  await page.keyboard.type('ann')
  await press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Set permissions' })).toBeVisible()
  await tabTo(/Add user to group/)
  await press('ArrowRight')
  await press('ArrowRight')
  await expect(page.getByLabel('Attach policies directly')).toBeChecked()
  await tabTo(/Search policies/)
  await page.keyboard.type('AmazonS3ReadOnly')
  await expect(page.getByText('1 match', { exact: false })).toBeVisible()
  await tabTo(/AmazonS3ReadOnlyAccess/)
  await press('Space')
  await tabTo(/^\s*Next$/)
  await press('Enter')
  await expect(page.getByRole('row', { name: /AmazonS3ReadOnlyAccess/ })).toBeVisible()
  await tabTo(/^\s*Create user$/)
  await press('Enter')
  await expect(page.getByText('User ann created.')).toBeVisible()
})
