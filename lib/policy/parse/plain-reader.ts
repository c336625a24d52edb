import type { PlainCondition, PlainDocument, PlainPrincipal, PlainStatement } from './plain'

/**
 * Reads the policies that people write, several times as fast as `parseDocument` because it keeps no places. Whatever it
 * would have to think about is left to `parseDocument`: errors, repeated keys, escapes, letters beyond ASCII, empty lists.
 *
 * INVARIANT: a document that it takes means the same to `plainOf(parseDocument(text))`.
 */
export function readPlain(text: string): PlainDocument | null {
  if (text.length > LONGEST) return null
  const { read, written } = encoder.encodeInto(text, bytes)
  if (read !== text.length || written !== text.length) return null
  bytes[written] = 0
  try {
    return new PlainReader(text).document()
  } catch (error) {
    if (error !== UNUSUAL) throw error
    return null
  }
}

/** Three times what a policy of any kind may have, so with white space to spare. */
const LONGEST = 65_536
/** One byte for each character, and a zero behind the last: much cheaper to look at than the text. */
const bytes = new Uint8Array(LONGEST + 1)
const encoder = new TextEncoder()

/** Thrown where the other reader must take over; made once, for a stack trace costs more than reading a statement. */
const UNUSUAL = new Error('Not for this reader')

/** A longer Condition element could take quadratic time. */
const MAX_CONDITIONS = 32

const NAMES: readonly string[] = [
  ...['Version', 'Id', 'Statement', 'Sid', 'Effect', 'Principal', 'NotPrincipal', 'Action', 'NotAction', 'Resource'],
  ...['NotResource', 'Condition'],
]
const NAMES_BY_LENGTH = Array.from({ length: 13 }, (_, length) => NAMES.filter((name) => name.length === length))

/** Numbers and booleans, which conditions may have. */
const WORD = /true|false|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y

enum Char {
  Quote = 34,
  Comma = 44,
  Colon = 58,
  OpenBracket = 91,
  Backslash = 92,
  CloseBracket = 93,
  OpenBrace = 123,
  CloseBrace = 125,
}

class PlainReader {
  private pos = 0

  constructor(private readonly text: string) {}

  document(): PlainDocument {
    let version: string | undefined
    let id: string | undefined
    let statements: PlainStatement[] | undefined
    this.expect(Char.OpenBrace)
    do {
      const name = this.name()
      if (name === 'Version') version = once(version, this.string())
      else if (name === 'Id') id = once(id, this.string())
      else if (name === 'Statement') statements = once(statements, this.statements())
      else throw UNUSUAL
    } while (this.more(Char.CloseBrace))
    this.blanks()
    if (!statements || this.pos < this.text.length) throw UNUSUAL
    return { version, statements }
  }

  private statements(): PlainStatement[] {
    if (this.blanks() !== Char.OpenBracket) return [this.statement()]
    this.pos++
    const statements: PlainStatement[] = []
    do statements.push(this.statement())
    while (this.more(Char.CloseBracket))
    return statements
  }

  private statement(): PlainStatement {
    let sid: string | undefined
    let effect: string | undefined
    let principals: PlainPrincipal[] | undefined
    let actions: string[] | undefined
    let resources: string[] | undefined
    let conditions: PlainCondition[] | undefined
    let exceptPrincipals = false
    let exceptActions = false
    let exceptResources = false
    this.expect(Char.OpenBrace)
    do {
      const name = this.name()
      switch (name) {
        case 'Sid':
          sid = once(sid, this.string())
          break
        case 'Effect':
          effect = once(effect, this.string())
          break
        case 'Principal':
        case 'NotPrincipal':
          principals = once(principals, this.principals())
          exceptPrincipals = name === 'NotPrincipal'
          break
        case 'Action':
        case 'NotAction':
          actions = once(actions, this.strings())
          exceptActions = name === 'NotAction'
          break
        case 'Resource':
        case 'NotResource':
          resources = once(resources, this.strings())
          exceptResources = name === 'NotResource'
          break
        case 'Condition':
          conditions = once(conditions, this.conditions())
          break
        default:
          throw UNUSUAL
      }
    } while (this.more(Char.CloseBrace))
    if (effect !== 'Allow' && effect !== 'Deny') throw UNUSUAL
    return {
      sid,
      effect,
      principals: principals ?? [],
      exceptPrincipals,
      actions: actions ?? [],
      exceptActions,
      resources: resources ?? [],
      exceptResources,
      conditions: conditions ?? [],
    }
  }

  private principals(): PlainPrincipal[] {
    if (this.blanks() === Char.Quote) {
      if (this.string() !== '*') throw UNUSUAL
      return [{ type: '*', text: '*' }]
    }
    const principals: PlainPrincipal[] = []
    this.expect(Char.OpenBrace)
    do {
      const type = this.key()
      if (principals.some((each) => each.type === type)) throw UNUSUAL
      for (const text of this.strings()) principals.push({ type, text })
    } while (this.more(Char.CloseBrace))
    return principals
  }

  private conditions(): PlainCondition[] {
    const conditions: PlainCondition[] = []
    this.expect(Char.OpenBrace)
    do {
      const operator = this.key()
      const first = conditions.length
      for (const each of conditions) if (each.operator === operator) throw UNUSUAL
      this.expect(Char.OpenBrace)
      do {
        const key = this.key()
        for (let i = first; i < conditions.length; i++) if (conditions[i]?.key === key) throw UNUSUAL
        if (conditions.length >= MAX_CONDITIONS) throw UNUSUAL
        conditions.push({ operator, key, values: this.values() })
      } while (this.more(Char.CloseBrace))
    } while (this.more(Char.CloseBrace))
    return conditions
  }

  private values(): string[] {
    if (this.blanks() !== Char.OpenBracket) return [this.value()]
    this.pos++
    const values = [this.value()]
    while (this.more(Char.CloseBracket)) values.push(this.value())
    return values
  }

  private strings(): string[] {
    if (this.blanks() !== Char.OpenBracket) return [this.string()]
    this.pos++
    const strings = [this.string()]
    while (this.more(Char.CloseBracket)) strings.push(this.string())
    return strings
  }

  private value(): string {
    if (this.blanks() === Char.Quote) return this.string()
    WORD.lastIndex = this.pos
    const word = WORD.exec(this.text)?.[0]
    if (word === undefined) throw UNUSUAL
    this.pos += word.length
    return word === 'true' || word === 'false' ? word : String(Number(word))
  }

  private string(): string {
    if (this.blanks() !== Char.Quote) throw UNUSUAL
    const start = this.pos + 1
    let end = start
    for (let code = bytes[end] ?? 0; code !== Char.Quote; code = bytes[++end] ?? 0) {
      if (code < 32 || code === Char.Backslash) throw UNUSUAL
    }
    this.pos = end + 1
    return this.text.slice(start, end)
  }

  /** Any key, and its colon. */
  private key(): string {
    const key = this.string()
    this.expect(Char.Colon)
    return key
  }

  /** One of the grammar's own keys, and its colon. */
  private name(): string {
    if (this.blanks() !== Char.Quote) throw UNUSUAL
    const start = this.pos + 1
    const end = this.text.indexOf('"', start)
    this.pos = end + 1
    for (const name of NAMES_BY_LENGTH[end - start] ?? []) {
      if (!this.text.startsWith(name, start)) continue
      this.expect(Char.Colon)
      return name
    }
    throw UNUSUAL
  }

  private expect(code: Char): void {
    if (this.blanks() !== code) throw UNUSUAL
    this.pos++
  }

  /** After a member or an item: does another one follow? */
  private more(closing: Char): boolean {
    const code = this.blanks()
    this.pos++
    if (code === Char.Comma) return true
    if (code !== closing) throw UNUSUAL
    return false
  }

  /** Skips white space and returns what follows, 0 at the end. */
  private blanks(): number {
    let pos = this.pos
    let code = bytes[pos] ?? 0
    while (code === 32 || code === 10 || code === 13 || code === 9) code = bytes[++pos] ?? 0
    this.pos = pos
    return code
  }
}

function once<T>(before: T | undefined, value: T): T {
  if (before !== undefined) throw UNUSUAL
  return value
}
