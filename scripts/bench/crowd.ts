import { performance } from 'node:perf_hooks'
import type { SignedCaller } from '@/lib/access/caller'
import { operate, perform } from '@/lib/gate/perform'
import type { World } from '@/lib/gate/world'
import { getUser } from '@/lib/operations/iam/get-user'
import { createAccount } from '@/lib/operations/operator/create-account'
import { flushEvents, newEventId, read, write } from '@/lib/store'
import { closeDatabase, database } from '@/lib/store/client'
import type { NewEvent } from '@/lib/store/events'

export { closeDatabase }

export const rootPassword = 'Bench-only-1'

const world = (caller: World['caller']): World => ({
  caller,
  now: new Date(),
  requestId: '00000000-0000-4000-8000-000000000000',
  sourceIp: '127.0.0.1',
  userAgent: 'bench',
  secure: false,
  region: 'us-east-1',
})

/** Makes an account with this many users, each with a password and a key, in five groups. */
export async function accountWith(id: string, users: number) {
  await operate(createAccount, { id, email: `root@${id}.example`, password: rootPassword }, world({ kind: 'operator' }))
  const db = database()
  const createdAt = new Date()
  const groups = Array.from({ length: 5 }, (_, index) => ({
    accountId: id,
    id: `AGPA${id}${index}`,
    name: `g${index}`,
    nameKey: `g${index}`,
    path: '/',
    createdAt,
  }))
  await db.group.createMany({ data: groups })
  for (let start = 0; start < users; start += 500) {
    const rows = Array.from({ length: Math.min(500, users - start) }, (_, index) => {
      const name = `user-${String(start + index).padStart(5, '0')}`
      return { accountId: id, id: `AIDA${id}${name}`, name, nameKey: name, path: '/', createdAt }
    })
    await db.user.createMany({ data: rows })
    await db.loginProfile.createMany({
      data: rows.map((row) => ({
        accountId: id,
        userId: row.id,
        passwordHash: '-',
        createdAt,
        changedAt: createdAt,
        resetRequired: false,
      })),
    })
    await db.accessKey.createMany({
      data: rows.map((row) => ({
        id: `AKIA${row.id}`,
        accountId: id,
        userId: row.id,
        secretSealed: '-',
        status: 'Active',
        createdAt,
      })),
    })
    await db.membership.createMany({
      data: rows.flatMap((row) =>
        groups.slice(0, 3).map((group) => ({ accountId: id, groupId: group.id, userId: row.id, createdAt })),
      ),
    })
  }
}

/** Gives the account a history of calls, as long as real ones. */
export async function addEvents(accountId: string, count: number) {
  const record = JSON.stringify({ requestParameters: 'x'.repeat(1_000) })
  for (let start = 0; start < count; start += 50) {
    const events = Array.from({ length: Math.min(50, count - start) }, () => newEvent(record))
    await read(accountId).events.append(events)
  }
}

function newEvent(record: string): NewEvent {
  const time = new Date()
  const about = { userName: 'root', userArn: null, accessKeyId: null, errorCode: null, resourceType: null }
  const call = { name: 'CreateUser', source: 'iam.amazonaws.com', readOnly: false, resourceName: null }
  return { id: newEventId(time), time, ...call, ...about, record }
}

/** What the door costs around one read, in microseconds at the median: the whole call against its store calls alone. */
export async function doorOverhead(account: string, turns: number) {
  const userName = 'user-00001'
  await write(account, async (store) => {
    const user = await store.users.find(userName)
    const document = JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 'iam:Get*', Resource: '*' }],
    })
    if (user) await store.inlinePolicies.put('user', user.id, { name: 'bench', document, at: new Date() })
  })
  const store = read(account)
  const user = await store.users.find(userName)
  if (!user) throw new Error('The bench has no users.')
  const caller: SignedCaller = {
    kind: 'user',
    account,
    revision: await store.account.revision(),
    arn: `arn:aws:iam::${account}:user/${userName}`,
    userId: user.id,
    userName,
    credential: { kind: 'access-key', id: 'AKIAIOSFODNN7EXAMPLE' },
  }
  const through: number[] = []
  const bare: number[] = []
  for (let turn = 0; turn < turns; turn++) {
    through.push(await timed(() => perform(getUser, { UserName: userName }, world(caller))))
    bare.push(await timed(async () => store.tags.list('user', (await store.users.find(userName))?.id ?? '')))
  }
  await flushEvents()
  return { door: median(through), store: median(bare) }
}

async function timed(call: () => Promise<unknown>) {
  const start = performance.now()
  await call()
  return (performance.now() - start) * 1000
}

const median = (times: number[]) => times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0
