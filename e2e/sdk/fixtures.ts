import { spawnSync } from 'node:child_process'
import { randomInt, randomUUID } from 'node:crypto'
import { IAMClient } from '@aws-sdk/client-iam'
import { S3Client } from '@aws-sdk/client-s3'
import { type Credentials, STSClient } from '@aws-sdk/client-sts'
import { test as base, expect } from '@playwright/test'
import { type Key, operator } from '../fixtures/dojo'

export { expect, type Key }

type Account = { id: string; key: Key }

type Fixtures = {
  /** An account of the test's own, with a key for root. */
  account: Account
  /** A second one, of somebody else. */
  partner: Account
  iam: IAMClient
  s3: S3Client
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from this pattern.
  account: async ({}, use) => withAccount(use),
  // biome-ignore lint/correctness/noEmptyPattern: like above.
  partner: async ({}, use) => withAccount(use),
  iam: async ({ account }, use) => use(iamFor(account.key)),
  s3: async ({ account }, use) => use(s3For(account.key)),
})

async function withAccount(use: (account: Account) => Promise<void>) {
  const id = String(randomInt(1e11, 1e12))
  const made = await operator('POST', '', { id, email: `${randomUUID()}@dojo.example`, accessKey: true })
  await use({ id, key: (made as { accessKey: Key }).accessKey })
  await operator('DELETE', `/${id}`)
}

const endpoint = () => `${process.env.E2E_URL}/aws`

/** As people write them; the clients do their own retries. */
const settings = (key: Key, address = endpoint()) => ({
  endpoint: address,
  region: 'eu-west-1',
  credentials: { accessKeyId: key.id, secretAccessKey: key.secret, sessionToken: key.token },
})

export const stsFor = (key: Key) => new STSClient(settings(key))

/** The key in what STS answers with. */
export const keyOf = (credentials: Credentials | undefined): Key => ({
  id: credentials?.AccessKeyId ?? '',
  secret: credentials?.SecretAccessKey ?? '',
  token: credentials?.SessionToken,
})

export const s3For = (key: Key) => new S3Client({ ...settings(key), forcePathStyle: true })

export const iamFor = (key: Key, address?: string) => new IAMClient(settings(key, address))

/** Runs a program of the machine with a key in its environment, and gives what it wrote. */
export function run(program: string, parameters: string[], key: Key, input?: string) {
  const env = {
    ...process.env,
    AWS_ACCESS_KEY_ID: key.id,
    AWS_SECRET_ACCESS_KEY: key.secret,
    AWS_DEFAULT_REGION: 'eu-west-1',
    AWS_ENDPOINT_URL: endpoint(),
    AWS_PAGER: '',
  }
  const { status, stdout, stderr } = spawnSync(program, parameters, { env, input, encoding: 'utf8', timeout: 240_000 })
  return { status, stdout, stderr }
}

/** Whether the machine has a program; where it has not, one line says so. */
export function has(program: string, ...probe: string[]): boolean {
  const found = spawnSync(program, probe, { timeout: 60_000 }).status === 0
  if (!found) console.log(`Not tried, because it is not on this machine: ${[program, ...probe].join(' ')}`)
  return found
}
