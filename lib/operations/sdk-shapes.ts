// Types only: the official SDK packages are dev dependencies and never run here.
type Sdk = {
  iam: typeof import('@aws-sdk/client-iam')
  sts: typeof import('@aws-sdk/client-sts')
  s3: typeof import('@aws-sdk/client-s3')
}

// Every command of the SDK is a class whose serialised form takes its input and gives its output.
type Command<S extends string, N extends string> = S extends keyof Sdk
  ? `${N}Command` extends keyof Sdk[S]
    ? Sdk[S][`${N}Command`] extends new (
        ...args: never[]
      ) => infer C
      ? C
      : never
    : never
  : never

type InputOf<C> = C extends { input: infer I } ? I : never
type OutputOf<C> = C extends { resolveMiddleware(...args: never[]): (input: never) => Promise<{ output: infer O }> }
  ? O
  : unknown

/** The official input of a command; anything for services outside the SDK packages that we hold against. */
export type SdkInput<S extends string, N extends string> = S extends keyof Sdk
  ? InputOf<Command<S, N>>
  : Record<string, unknown>

/** The official output of a command, without transport metadata; bodies are plain bytes here. */
export type SdkOutput<S extends string, N extends string> = S extends keyof Sdk
  ? Omit<OutputOf<Command<S, N>>, '$metadata' | 'Body'>
  : unknown
