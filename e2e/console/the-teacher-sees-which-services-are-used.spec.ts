import { expect, test } from '../fixtures/dojo'
import { createUser, password } from '../fixtures/flows'

test('the teacher sees which services and actions a user needed', async ({ teacher, signIn }) => {
  test.slow()
  await createUser(teacher, 'ann', { console: 'custom', policies: ['AmazonS3ReadOnlyAccess'] })
  const tab = '/iam/users/ann?section=last_accessed'
  await teacher.goto(tab)
  const s3 = teacher.getByRole('row', { name: /^(Details of )?Amazon S3 (?!Object)/ })
  await expect(s3).toContainText('Not accessed')

  const ann = await signIn('ann', password)
  await ann.goto('/s3')
  await expect(ann.getByText('No buckets', { exact: true })).toBeVisible()
  await test.step('Whoever may not make the report sees why', async () => {
    await ann.goto(tab)
    await expect(ann.getByText('iam:GenerateServiceLastAccessedDetails')).toBeVisible()
  })

  await teacher.goto(tab)
  await expect(s3).toContainText(/Just now|ago/)
  await expect(s3.getByRole('link', { name: 'AmazonS3ReadOnlyAccess' })).toBeVisible()
  await s3.getByRole('button', { name: 'Details of Amazon S3' }).click()
  const actions = teacher.getByRole('table', { name: 'Actions of Amazon S3' })
  await expect(actions.getByRole('row', { name: /ListAllMyBuckets/ })).toContainText(/Just now|ago/)
  await expect(actions.getByRole('row', { name: /GetBucketPolicy Not/ })).toBeVisible()
  await teacher.getByRole('combobox', { name: /^Use/ }).selectOption('Not accessed')
  await expect(s3).toHaveCount(0)

  await test.step('Whoever may everything has a policy for each of some hundred services', async () => {
    await createUser(teacher, 'bob', { policies: ['AdministratorAccess'] })
    await teacher.goto('/iam/users/bob?section=last_accessed')
    const services = teacher.getByRole('table', { name: 'Last accessed' })
    await expect(services.getByRole('link', { name: 'AdministratorAccess' }).first()).toBeVisible()
    await expect(services.getByText('–', { exact: true })).toHaveCount(0)
  })
})
