import 'server-only'
import { isAwsError } from '@/lib/aws/errors'
import { operate } from '@/lib/gate/perform'
import { createAccount } from '@/lib/operations/operator/create-account'
import { deleteAccount } from '@/lib/operations/operator/delete-account'
import { listAccounts } from '@/lib/operations/operator/list-accounts'
import { type Classroom, furnish } from './classroom'
import { atTheMachine, operatorWorld } from './operator-world'

const demo = { id: '123456789012', alias: 'dojo', email: 'root@dojo.example' }

/**
 * Makes the classroom where there is no account at all, and says once how to get in. `DEMO=false` leaves it out: whoever
 * runs the server then makes the accounts.
 */
export async function firstStart(say: (text: string) => void = console.log): Promise<void> {
  const world = operatorWorld(atTheMachine('iam-dojo first start'))
  const { accounts } = await operate(listAccounts, {}, world)
  if (accounts.length > 0) return
  if (process.env.DEMO === 'false') {
    say('\n  There is no account yet. Make one with: npm run -s operator -- account create --email you@example.com\n')
    return
  }
  try {
    const { password = '' } = await operate(createAccount, demo, world)
    say(welcome(password, await furnished()))
  } catch (error) {
    // Another process was faster: it greets.
    if (!isAwsError(error) || error.code !== 'EntityAlreadyExists') throw error
  }
}

/** A classroom that is only half there would never be finished: rather none, and a new attempt at the next start. */
async function furnished(): Promise<Classroom> {
  const world = operatorWorld(atTheMachine('iam-dojo first start'))
  try {
    return await furnish(demo.id, world)
  } catch (error) {
    await operate(deleteAccount, { id: demo.id }, world)
    throw error
  }
}

function welcome(rootPassword: string, { users }: Classroom): string {
  const url = process.env.NEXTAUTH_URL ?? 'http://localhost:3000'
  const lines = users.map(({ name, password }) => `    ${name.padEnd(18)} ${password}`)
  return [
    '',
    `  This is the first start. A practice account is ready: ${demo.id}, alias ${demo.alias}.`,
    '  These passwords are shown this once:',
    '',
    `    Root user          ${url}/signin/root`,
    `    ${demo.email.padEnd(18)} ${rootPassword}`,
    '',
    `    IAM users          ${url}/signin/${demo.alias}`,
    ...lines,
    '',
  ].join('\n')
}
