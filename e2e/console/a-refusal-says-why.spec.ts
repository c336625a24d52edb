import { expect, test } from '../fixtures/dojo'
import { allowInline, createUser, password } from '../fixtures/flows'

const why = 'Why was I denied?'

test('a refusal leads to the lock that shut, and to the statement to add', async ({ teacher, signIn }) => {
  test.slow()
  await createUser(teacher, 'ann', { console: 'custom', policies: ['AmazonS3ReadOnlyAccess'] })
  const ann = await signIn('ann', password)
  await ann.goto('/iam/users')
  await ann.getByRole('link', { name: why }).first().click()
  await expect(ann.getByRole('heading', { name: why, level: 1 })).toBeVisible()
  await expect(ann.getByText('but no identity-based policy allows it.')).toBeVisible()
  const locks = ann.getByRole('region', { name: 'The locks in their order' })
  await expect(locks.getByRole('link', { name: /^Shut/ })).toHaveCount(1)
  await expect(locks.getByRole('link', { name: /^Shut Identity-based policy/ })).toBeVisible()
  await expect(ann.getByRole('region', { name: 'Suggested statement' })).toContainText('"iam:ListUsers"')
  // She may not read the policy that she has.
  await expect(ann.getByText('You may not read the policies that take part here.')).toBeVisible()
  await expect(ann.getByText('AmazonS3ReadOnlyAccess')).toHaveCount(0)
})

test('whoever may read the policies sees the statement that forbids', async ({ teacher, signIn }) => {
  test.slow()
  await createUser(teacher, 'ben', { console: 'custom', policies: ['IAMReadOnlyAccess', 'AWSDenyAll'] })
  const ben = await signIn('ben', password)
  // What denies all denies reading it, too.
  await ben.goto('/iam/why?call=iam%3AListUsers&input=%7B%7D')
  await expect(ben.getByText('A deny beats every allow.')).toBeVisible()
  await expect(ben.getByRole('link', { name: 'AWSDenyAll' })).toBeVisible()
  await createUser(teacher, 'cem', { console: 'custom', policies: ['IAMReadOnlyAccess'] })
  const cem = await signIn('cem', password)
  await cem.goto('/iam/why?call=iam%3ACreateUser&input=%7B%22UserName%22%3A%22new%22%7D')
  await expect(cem.getByRole('region', { name: 'Document of IAMReadOnlyAccess' })).toContainText('iam:Get')
  await expect(cem.getByText('is not in the list').first()).toBeVisible()
})

test('an address that was made up says so, and what may be done says that', async ({ teacher }) => {
  for (const query of ['', '?call=iam%3ANope&input=%7B%7D', '?call=iam%3AListUsers&input=%5B%5D']) {
    await teacher.goto(`/iam/why${query}`)
    await expect(teacher.getByText('No such call')).toBeVisible()
  }
  await teacher.goto('/iam/why?call=iam%3AGetUser&input=%7B%22UserName%22%3A%22..%2F%22%7D')
  await expect(teacher.getByText(/The specified value for userName is invalid/)).toBeVisible()
  await teacher.goto('/iam/why?call=iam%3AListUsers&input=%7B%7D')
  await expect(teacher.getByText('Nothing stands in the way any more.')).toBeVisible()
})

test('a call that is refused on the way is told by a flash, which leads to its reason', async ({ teacher, signIn }) => {
  test.slow()
  await createUser(teacher, 'cid', { console: 'custom' })
  await allowInline(teacher, 'cid', ['iam:CreateUser', 'iam:List*', 'iam:Get*'])
  const cid = await signIn('cid', password)
  await createUser(cid, 'dan', { policies: ['AmazonS3ReadOnlyAccess'] })
  const flash = cid.getByRole('region', { name: 'Notifications' }).getByRole('alert')
  await expect(flash).toContainText('AttachUserPolicy for AmazonS3ReadOnlyAccess failed.')
  await expect(flash).toContainText('is not authorized to perform: iam:AttachUserPolicy on resource: user dan')
  await flash.getByRole('link', { name: why }).click()
  await expect(cid.getByRole('heading', { name: why, level: 1 })).toBeVisible()
  await expect(cid.getByRole('region', { name: 'Suggested statement' })).toContainText('"iam:AttachUserPolicy"')
})
