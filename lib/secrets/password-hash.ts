import 'server-only'
import { hash, verify } from '@node-rs/argon2'

// OWASP's password storage cheat sheet: argon2id with 19 MiB and two passes.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** The argon2id hash of a password in PHC form; takes about 90 ms on purpose. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, cost)
}

/** Whether the password is the one behind the hash. Without a hash, or with a text that is none, it takes the same time and says no. */
export async function passwordMatches(password: string, passwordHash: string | null): Promise<boolean> {
  const isHash = passwordHash?.startsWith('$argon2id$') ?? false
  const matches = await verify(isHash && passwordHash ? passwordHash : await hashOfNobody(), password)
  return matches && isHash
}

let nobody: Promise<string> | undefined
function hashOfNobody(): Promise<string> {
  nobody ??= hashPassword('nobody has this password')
  return nobody
}
