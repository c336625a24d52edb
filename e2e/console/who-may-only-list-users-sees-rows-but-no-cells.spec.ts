import { expect, test } from '../fixtures/dojo'
import { allowInline, createUser, password } from '../fixtures/flows'

test('who may only list users sees the rows, but no cell of another call', async ({ account, teacher, signIn }) => {
  await createUser(teacher, 'ann', { console: 'custom' })
  await allowInline(teacher, 'ann', ['iam:ListUsers'])
  const ann = await signIn('ann', password)
  await ann.goto('/iam/users')
  const row = ann.getByRole('row', { name: /ann/ })
  await expect(row.getByRole('button', { name: 'Access denied' })).toHaveCount(6)
  await row.getByRole('button', { name: 'Access denied' }).first().click()
  await expect(ann.getByRole('group', { name: 'Access denied to iam:ListGroupsForUser' })).toContainText(
    `arn:aws:iam::${account.id}:user/ann`,
  )
})
