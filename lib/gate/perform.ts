import 'server-only'
import { type Answer, authorize } from '@/lib/access/authorize'
import type { SignedCaller } from '@/lib/access/caller'
import { refusal } from '@/lib/access/refusal'
import { type AwsError, accessDenied, isAwsError } from '@/lib/aws/errors'
import type { Operation, OperatorOperation } from '@/lib/operations/define'
import { directory, read, write, writeData } from '@/lib/store'
import type { AccountStore } from '@/lib/store/account-store'
import { checkInput } from './check-input'
import { demandSigned, demandUsable } from './demand-signed'
import { recordAnswer, recordLater, recordNow, recordWith } from './record'
import type { World } from './world'

/**
 * The one door: parses the input, finds what it is about, asks the policy engine, demands that it exists, runs, and
 * leaves an event row. Throws an AwsError for every refusal and failure that a client may see.
 */
export async function perform<In, Out>(operation: Operation<In, Out>, input: In, world: World): Promise<Out> {
  const caller = demandSigned(world.caller)
  const call = { operation, world, caller, input }
  try {
    demandUsable(caller, operation)
    const parsed = checkInput(operation, input)
    const output = await (operation.kind === 'read' ? performRead(call, parsed) : performWrite(call, parsed))
    return output as Out
  } catch (error) {
    if (isAwsError(error)) await (operation.kind === 'read' ? recordLater(call, error) : recordNow(call, error))
    throw error
  }
}

type Call<In = unknown> = { operation: Operation<In>; world: World; caller: SignedCaller; input: unknown }

async function performRead<In>(call: Call<In>, input: In): Promise<unknown> {
  const ready = await admit(call, input, read(call.caller.account))
  const output = await call.operation.run({ prepared: await call.operation.prepare?.(ready), ...ready })
  await recordAnswer(call, output, ready.target.account)
  return output
}

async function performWrite<In>(call: Call<In>, input: In): Promise<unknown> {
  const { operation, caller } = call
  const prepared = await operation.prepare?.(await admit(call, input, read(caller.account)))
  const transaction = operation.kind === 'write' ? write : writeData
  return transaction(caller.account, async (store, revision) => {
    // INVARIANT: the account's row is locked now: nobody can change what is found and allowed in here before the commit.
    // What `prepare` saw may have changed meanwhile, so nothing of it counts but its result.
    const current = operation.kind === 'write' ? revision - 1 : revision
    const ready = await admit({ ...call, caller: { ...caller, revision: current } }, input, store)
    const output = await operation.run({ prepared, ...ready })
    await recordWith(store, call, output)
    return output
  })
}

/** Finds, asks, and checks; throws the refusal before any word on existence. */
async function admit<In>({ operation, world, caller }: Call<In>, input: In, store: AccountStore) {
  const subject = { store, input, caller, ...surroundings(world) }
  const { found, target } = await operation.on.locate(subject)
  const asking = { found, target, ...subject }
  for (const question of await operation.ask(asking)) {
    const { decision } = await authorize(caller, question, world, store)
    if (decision.effect !== 'allowed') throw refusal(caller.arn, question, decision)
  }
  const failure = operation.on.check(found, subject)
  if (failure) throw failure
  return asking
}

function surroundings({ now, requestId, sourceIp, userAgent, secure, region }: World) {
  return { now, requestId, sourceIp, userAgent, secure, region }
}

export type Rehearsal = { answers: Answer[]; failure: AwsError | null }

/** The same door without `run`: what would be asked, and what the answers are. Leaves no event. */
export async function rehearse<In>(operation: Operation<In>, input: In, world: World): Promise<Rehearsal> {
  const caller = demandSigned(world.caller)
  demandUsable(caller, operation)
  const store = read(caller.account)
  const subject = { store, input: checkInput(operation, input), caller, ...surroundings(world) }
  const { found, target } = await operation.on.locate(subject)
  const questions = await operation.ask({ found, target, ...subject })
  const answers = await Promise.all(questions.map((question) => authorize(caller, question, world, store)))
  return { answers, failure: operation.on.check(found, subject) }
}

/** The door of the machine's owner: whole accounts, no policies, but the same parsing and the same errors. */
export async function operate<In, Out>(
  operation: OperatorOperation<In, Out>,
  input: unknown,
  world: World,
): Promise<Out> {
  if (world.caller.kind !== 'operator') throw accessDenied('Only the operator may do this.')
  return operation.run({
    ...surroundings(world),
    input: checkInput(operation, input),
    directory: directory(),
    caller: world.caller,
  })
}
