import 'server-only'
import type { z } from 'zod'
import type { Caller, SignedCaller } from '@/lib/access/caller'
import type { Question, Target } from '@/lib/access/question'
import type { AwsError } from '@/lib/aws/errors'
import type { AccountStore } from '@/lib/store/account-store'
import type { Directory } from '@/lib/store/directory'
import type { SdkInput, SdkOutput } from './sdk-shapes'

/** What happens around a call: the only clock and the only network facts that rules may see. */
export type Surroundings = {
  now: Date
  requestId: string
  sourceIp: string
  userAgent: string
  secure: boolean
  region: string
}

type Subject<In> = { store: AccountStore; input: In; caller: SignedCaller }

/**
 * What an operation is about. `locate` finds it and says what to ask about, whether or not it exists: refusal comes
 * before existence, so that a stranger cannot probe for names. `check` then demands that it exists, or that it does not.
 */
export type Binding<In, Found> = {
  locate(subject: Subject<In>): Promise<{ target: Target; found: Found | null }>
  check(found: Found | null, subject: Subject<In>): AwsError | null
}

type Asking<In, Found> = Subject<In> & Surroundings & { target: Target; found: Found | null }
/** `found` is there whenever the binding's check passed. */
type Running<In, Found> = Subject<In> & Surroundings & { target: Target; found: Found }

export type Kind = 'read' | 'write' | 'data'

/**
 * One thing the system can do. `write` changes IAM state (one transaction, a new account revision), `data` changes
 * objects only, `read` changes nothing.
 */
export type Operation<In = unknown, Out = unknown> = {
  service: string
  name: string
  summary: string
  kind: Kind
  input: z.ZodType<In>
  on: Binding<In, unknown>
  ask(asking: Asking<In, unknown>): Question[] | Promise<Question[]>
  prepare?(running: Running<In, unknown>): Promise<unknown>
  run(running: Running<In, unknown> & { prepared: unknown }): Promise<Out>
}

// Every member must be one of the SDK's; an input without members has `string` as its key type.
type Official<Ours, Theirs> = string extends Ours
  ? unknown
  : Ours extends Theirs
    ? unknown
    : { 'not a member of the SDK input': Exclude<Ours, Theirs> }

type Spec<S extends string, N extends string, I extends z.ZodType, Found, P, Out> = {
  service: S
  name: N
  summary: string
  kind: Kind
  /** AWS's member names; the compiler holds them against the official SDK. */
  input: I & Official<keyof z.output<I>, keyof SdkInput<S, N>>
  on: Binding<z.output<I>, Found>
  /** The questions this call asks the policy engine: all must be allowed. */
  ask(asking: Asking<z.output<I>, Found>): Question[] | Promise<Question[]>
  /** Slow work between the permission and the transaction: hashing, key parsing. See docs/decisions/0001. */
  prepare?(running: Running<z.output<I>, Found>): Promise<P>
  run(running: Running<z.output<I>, Found> & { prepared: P }): Promise<Out & SdkOutput<S, N>>
}

/** Defines an operation: entries are typed here, the list of all operations is not. */
export function operation<S extends string, N extends string, I extends z.ZodType, Found, Out, P = undefined>(
  spec: Spec<S, N, I, Found, P, Out>,
): Operation<z.output<I>, Out> & { input: I } {
  return spec as unknown as Operation<z.output<I>, Out> & { input: I } // the erased list cannot carry Found and P
}

/** An operation of the machine's owner over whole accounts: no IAM policy speaks about it. */
export type OperatorOperation<In = unknown, Out = unknown> = {
  service: 'operator'
  name: string
  summary: string
  kind: Kind
  input: z.ZodType<In>
  run(running: Surroundings & { input: In; directory: Directory; caller: Caller }): Promise<Out>
}

export function operatorOperation<I extends z.ZodType, Out>(
  spec: Omit<OperatorOperation<z.output<I>, Out>, 'input' | 'service'> & { input: I },
): OperatorOperation<z.output<I>, Out> {
  return { service: 'operator', ...spec } as OperatorOperation<z.output<I>, Out>
}

/** What an operation answers, for the components that draw it. */
export type OutputOf<O> = O extends { run(running: never): Promise<infer Out> } ? Out : never
