import { generateKeyPairSync } from 'node:crypto'
import {
  AttachUserPolicyCommand,
  CreateAccessKeyCommand,
  CreateLoginProfileCommand,
  CreateServiceSpecificCredentialCommand,
  CreateUserCommand,
  GetUserCommand,
  NoSuchEntityException,
  UploadSSHPublicKeyCommand,
} from '@aws-sdk/client-iam'
import sshpk from 'sshpk'
import { fillSignIn } from '../fixtures/dojo'
import { password } from '../fixtures/flows'
import { expect, test } from '../sdk/fixtures'

test('a user goes with all its keys, and the dialog warns of those that work', async ({ account, iam, page }) => {
  for (const UserName of ['mia', 'ann']) await iam.send(new CreateUserCommand({ UserName }))
  const PolicyArn = 'arn:aws:iam::aws:policy/AdministratorAccess'
  await iam.send(new AttachUserPolicyCommand({ UserName: 'mia', PolicyArn }))
  await iam.send(new CreateLoginProfileCommand({ UserName: 'mia', Password: password }))
  await iam.send(new CreateAccessKeyCommand({ UserName: 'ann' }))
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const SSHPublicKeyBody = sshpk
    .parseKey(String(publicKey.export({ type: 'spki', format: 'pem' })), 'pem')
    .toString('ssh')
  await iam.send(new UploadSSHPublicKeyCommand({ UserName: 'ann', SSHPublicKeyBody }))
  const ServiceName = 'codecommit.amazonaws.com'
  await iam.send(new CreateServiceSpecificCredentialCommand({ UserName: 'ann', ServiceName }))

  await fillSignIn(page, { id: account.id, alias: account.id, email: '', password: '' }, 'mia', password)
  await page.waitForURL((url) => !url.pathname.startsWith('/signin'))
  await page.goto('/iam/users/ann')
  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Delete user ann?' })
  await expect(dialog.getByRole('listitem')).toHaveText('ann, last activity: Never')
  await expect(dialog).toContainText('ann has an active access key.')
  await dialog.getByRole('button', { name: 'Deactivate the keys of ann' }).click()
  await expect(page.getByText('1 access key of ann deactivated.')).toBeVisible()
  await expect(dialog).not.toContainText('active access key')
  await dialog.getByRole('textbox').fill('ann')
  await dialog.getByRole('button', { name: 'Delete', exact: true }).click()
  await expect(page.getByText('User ann deleted.')).toBeVisible()
  await expect(iam.send(new GetUserCommand({ UserName: 'ann' }))).rejects.toThrow(NoSuchEntityException)
})
