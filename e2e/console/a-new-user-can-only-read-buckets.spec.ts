import { expect, test } from '../fixtures/dojo'
import { createUser, password } from '../fixtures/flows'

test('a new user opens buckets and is refused everything else, with the reason', async ({
  account,
  teacher,
  signIn,
}) => {
  await test.step('The teacher makes a bucket with a file and a user who may read S3', async () => {
    await teacher.goto('/s3/create-bucket')
    await teacher.getByLabel('Bucket name').fill('reports')
    await teacher.getByRole('button', { name: 'Create bucket' }).click()
    await expect(teacher.getByText(/Bucket reports created/)).toBeVisible()
    await teacher.goto('/s3/buckets/reports/upload')
    const file = { name: 'may.txt', mimeType: 'text/plain', buffer: Buffer.from('Sales went up in May.') }
    await teacher.locator('input[type=file]').first().setInputFiles(file)
    await teacher.getByRole('button', { name: 'Upload' }).click()
    await expect(teacher.getByText('Succeeded').first()).toBeVisible()
    await createUser(teacher, 'ann', { console: 'custom', policies: ['AmazonS3ReadOnlyAccess'] })
  })
  const ann = await signIn('ann', password)
  await test.step('Buckets list and open', async () => {
    await ann.goto('/s3')
    await ann.getByRole('link', { name: 'reports' }).click()
    await ann.getByRole('link', { name: 'may.txt' }).click()
    await expect(ann.getByText('Sales went up in May.')).toBeVisible()
  })
  await test.step('Users are refused with user, action, resource and reason', async () => {
    await ann.goto('/iam/users')
    const box = ann.getByRole('group', { name: 'Access denied to iam:ListUsers' })
    await expect(box).toContainText(`arn:aws:iam::${account.id}:user/ann`)
    await expect(box).toContainText(`arn:aws:iam::${account.id}:user/`)
    await expect(box).toContainText('no identity-based policy allows the action')
    await expect(ann.getByRole('link', { name: 'Create user' }).first()).toBeVisible()
  })
  await test.step('A write is refused after the attempt, and nothing changes', async () => {
    await ann.goto('/s3/create-bucket')
    await ann.getByLabel('Bucket name').fill('mine')
    await ann.getByRole('button', { name: 'Create bucket' }).click()
    await expect(ann.getByRole('alert').filter({ hasText: 's3:CreateBucket' })).toBeVisible()
    await ann.goto('/s3')
    await expect(ann.getByRole('link', { name: 'mine' })).toHaveCount(0)
  })
})
