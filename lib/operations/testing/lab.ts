import 'server-only'
import type { SignedCaller } from '@/lib/access/caller'
import { iamArn } from '@/lib/aws/arn'
import { findTokenCaller, readSessionToken } from '@/lib/caller/session-token'
import { perform } from '@/lib/gate/perform'
import { performView, type ViewPage } from '@/lib/gate/perform-view'
import type { World } from '@/lib/gate/world'
import { flushEvents, read, write } from '@/lib/store'
import { freshAccount } from '@/lib/store/testing'
import type { Operation } from '../define'
import type { Cell, View } from '../view'

process.env.IAM_DOJO_SECRET ??= 'only for tests'

type Statement = {
  Effect: 'Allow' | 'Deny'
  Action: string | string[]
  Resource: string | string[]
  Condition?: object
}

export const allow = (Action: string | string[], Resource: string | string[] = '*', Condition?: object): Statement => ({
  Effect: 'Allow',
  Action,
  Resource,
  Condition,
})

export const deny = (Action: string | string[], Resource: string | string[] = '*', Condition?: object): Statement => ({
  ...allow(Action, Resource, Condition),
  Effect: 'Deny',
})

/** A policy document of these statements. */
export const documentOf = (...Statement: Statement[]) => JSON.stringify({ Version: '2012-10-17', Statement })

/** A trust policy that lets these principals assume a role. */
export const trusting = (Principal: object | '*', Action: string | string[] = 'sts:AssumeRole') =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal, Action }] })

/** A document that counts exactly so many characters. */
export function documentOfSize(characters: number) {
  const short = documentOf(allow('s3:GetObject', 'arn:aws:s3:::'))
  return documentOf(allow('s3:GetObject', `arn:aws:s3:::${'a'.repeat(characters - short.length)}`))
}

/** What STS gives, as far as the door wants it. */
export type Credentials = { SessionToken: string }

/** A caller of a lab who performs operations as a page or the wire would. */
export type Actor = {
  arn: string
  perform<In, Out>(operation: Operation<In, Out>, input: In): Promise<Out>
  /** A list as the console shows it. */
  show<State, Row, Shown, Cells extends Record<string, Cell<Row>>>(
    view: View<State, Row, Shown, Cells>,
    state: State,
  ): Promise<ViewPage<Shown, Cells>>
  world(): World
}

/**
 * A fresh account with these users, each with one inline policy of these statements (none for `[]`), on the real store.
 * `lab.now` is the clock; set it to move time.
 */
export async function labWith(users: Record<string, Statement | Statement[]> = {}) {
  const account = await freshAccount()
  const lab = {
    account,
    now: new Date('2026-11-22T09:00:00.000Z'),
    root: undefined as unknown as Actor, // made below: actors read the lab's clock
    as: (userName: string): Actor => actor(lab, () => userCaller(account, userName)),
    /** Whoever has these temporary credentials, of whatever account. */
    holding: (credentials: Credentials): Actor => actor(lab, () => sessionCaller(credentials)),
    userArn: (name: string) => iamArn(account, 'user', name),
    roleArn: (name: string) => iamArn(account, 'role', name),
    store: () => read(account),
    events: async () => {
      await flushEvents()
      return read(account).events.all()
    },
  }
  lab.root = actor(lab, () => rootCaller(account))
  for (const [name, statements] of Object.entries(users)) await addUser(account, name, [statements].flat(), lab.now)
  return lab
}

export type Lab = Awaited<ReturnType<typeof labWith>>

async function addUser(account: string, name: string, statements: Statement[], createdAt: Date) {
  await write(account, async (store) => {
    const user = await store.users.create({ name, path: '/', createdAt, boundaryArn: null, tags: [] })
    if (statements.length === 0) return
    const document = documentOf(...statements)
    await store.inlinePolicies.put('user', user.id, { name: 'lab', document, at: createdAt })
  })
}

function actor(lab: { now: Date; account: string }, identify: () => Promise<SignedCaller>): Actor & { arn: string } {
  let caller: SignedCaller | undefined
  const world = (): World => ({
    caller: caller as SignedCaller,
    now: lab.now,
    requestId: '00000000-0000-4000-8000-000000000000',
    sourceIp: '203.0.113.10',
    userAgent: 'lab',
    secure: false,
    region: 'us-east-1',
  })
  return {
    get arn() {
      return caller?.arn ?? ''
    },
    world,
    async perform(operation, input) {
      caller = await identify()
      return perform(operation, input, world())
    },
    async show(view, state) {
      caller = await identify()
      return performView(view, state, world())
    },
  }
}

async function userCaller(account: string, userName: string): Promise<SignedCaller> {
  const store = read(account)
  const user = await store.users.find(userName)
  if (!user) throw new Error(`The lab has no user ${userName}.`)
  return {
    kind: 'user',
    account,
    revision: await store.account.revision(),
    arn: iamArn(account, 'user', user.name, user.path),
    userId: user.id,
    userName: user.name,
    credential: { kind: 'access-key', id: 'AKIAIOSFODNN7EXAMPLE' },
  }
}

async function sessionCaller({ SessionToken }: Credentials): Promise<SignedCaller> {
  const token = readSessionToken(SessionToken)
  const found = token && (await findTokenCaller(token))
  if (!found) throw new Error('Nobody holds these credentials any more.')
  return found.caller
}

async function rootCaller(account: string): Promise<SignedCaller> {
  return {
    kind: 'root',
    account,
    revision: await read(account).account.revision(),
    arn: `arn:aws:iam::${account}:root`,
    credential: { kind: 'access-key', id: 'AKIAIOSFODNN7EXAMPLE' },
  }
}
