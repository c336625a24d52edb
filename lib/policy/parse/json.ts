import { Stack } from './stack'

/** A strict JSON reader that remembers where everything stands. One pass, no recursion, never throws. */

export type JsonNode = JsonObject | JsonArray | JsonString | JsonNumber | JsonBoolean | JsonNull
/** Offsets into the text; `end` is exclusive. */
export type Range = { start: number; end: number }
export type JsonObject = Range & { type: 'object'; members: JsonMember[] }
export type JsonArray = Range & { type: 'array'; items: JsonNode[] }
export type JsonString = Range & { type: 'string'; value: string }
export type JsonNumber = Range & { type: 'number'; value: number }
export type JsonBoolean = Range & { type: 'boolean'; value: boolean }
export type JsonNull = Range & { type: 'null'; value: null }
/** One `"key": value`. A list of members, not an object, so `__proto__` is a key like any other. */
export type JsonMember = { key: string; keyStart: number; keyEnd: number; value: JsonNode }

export type SyntaxFault = { message: string; offset: number; length: number }

export type ParsedJson = {
  /** What was read; up to the fault, if there is one. */
  root: JsonNode | null
  /** The first syntax error. What follows it cannot be trusted, so there is only one. */
  fault: SyntaxFault | null
  /** Every member whose key stands in the same object before it. */
  duplicates: JsonMember[]
}

/** No policy needs more than eight levels; a limit spares every reader of the tree a stack overflow. */
export const MAX_DEPTH = 64

enum Char {
  Quote = 34,
  Comma = 44,
  Slash = 47,
  Colon = 58,
  OpenBracket = 91,
  Backslash = 92,
  CloseBracket = 93,
  OpenBrace = 123,
  CloseBrace = 125,
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const HEX = /^[0-9a-fA-F]{4}$/
const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
}

class Fault extends Error {
  constructor(
    message: string,
    readonly offset: number,
    readonly length: number,
  ) {
    super(message)
  }
}

export function parseJson(text: string): ParsedJson {
  const reader = new Reader(text)
  try {
    reader.read()
    return { root: reader.root, fault: null, duplicates: reader.duplicates }
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    reader.abandon()
    const fault = { message: error.message, offset: error.offset, length: error.length }
    return { root: reader.root, fault, duplicates: reader.duplicates }
  }
}

class Reader {
  root: JsonNode | null = null
  readonly duplicates: JsonMember[] = []
  private pos = 0
  /** The innermost open container, and those around it. */
  private parent: JsonObject | JsonArray | null = null
  private readonly around: (JsonObject | JsonArray | null)[] = []
  private readonly items = new Stack<JsonNode>()
  private readonly members = new Stack<JsonMember>()
  /** The key that waits for its value. */
  private waiting = ''
  private waitingStart = 0
  private waitingEnd = 0

  constructor(private readonly text: string) {}

  read(): void {
    do this.value()
    while (this.next())
    this.blanks()
    if (this.pos < this.text.length) this.fail('Nothing may follow the end of the document')
  }

  /** Reads one scalar, or opens containers until it has read a scalar or an empty container. */
  private value(): void {
    for (;;) {
      const code = this.blanks()
      if (code !== Char.OpenBrace && code !== Char.OpenBracket) {
        this.scalar(code)
        return
      }
      if (this.around.length >= MAX_DEPTH) this.fail('The document is nested too deeply')
      const start = this.pos++
      const node: JsonObject | JsonArray =
        code === Char.OpenBrace
          ? { type: 'object', start, end: start + 1, members: [] }
          : { type: 'array', start, end: start + 1, items: [] }
      this.attach(node)
      this.around.push(this.parent)
      this.parent = node
      if (node.type === 'object') this.members.begin()
      else this.items.begin()
      const first = this.blanks()
      if (code === Char.OpenBrace && first !== Char.CloseBrace) this.key()
      else if (first === Char.CloseBrace || first === Char.CloseBracket) return
    }
  }

  /** After a value: closes what ends here. True where another value must follow. */
  private next(): boolean {
    for (let { parent } = this; parent; parent = this.parent) {
      const code = this.blanks()
      const closing = parent.type === 'object' ? Char.CloseBrace : Char.CloseBracket
      if (code === closing) this.close(parent)
      else if (code === Char.Comma) return this.comma(parent, closing)
      else this.fail(parent.type === 'object' ? 'Expected a comma or }' : 'Expected a comma or ]')
    }
    return false
  }

  private comma(parent: JsonObject | JsonArray, closing: number): boolean {
    const comma = this.pos++
    if (this.blanks() === closing) throw new Fault('No comma may stand before a closing bracket', comma, 1)
    if (parent.type === 'object') this.key()
    return true
  }

  private close(node: JsonObject | JsonArray): void {
    node.end = ++this.pos
    this.fill(node)
    if (node.type === 'object') findDuplicates(node.members, this.duplicates)
  }

  /** Gives the innermost container what was read for it, and goes back to the one around. */
  private fill(node: JsonObject | JsonArray): void {
    if (node.type === 'object') node.members = this.members.end()
    else node.items = this.items.end()
    this.parent = this.around.pop() ?? null
  }

  /** After a fault: what is still open keeps what it has so far. */
  abandon(): void {
    while (this.parent) this.fill(this.parent)
  }

  private attach(value: JsonNode): void {
    const { parent } = this
    if (!parent) this.root = value
    else if (parent.type === 'array') this.items.push(value)
    else this.members.push({ key: this.waiting, keyStart: this.waitingStart, keyEnd: this.waitingEnd, value })
  }

  private key(): void {
    if (this.blanks() !== Char.Quote) this.fail('Expected a property name in double quotes')
    this.waitingStart = this.pos
    this.waiting = this.quoted()
    this.waitingEnd = this.pos
    if (this.blanks() !== Char.Colon) this.fail('Expected a colon')
    this.pos++
  }

  private scalar(code: number): void {
    const { text, pos: start } = this
    if (code === Char.Quote) {
      const value = this.quoted()
      this.attach({ type: 'string', start, end: this.pos, value })
    } else if (text.startsWith('true', start)) this.attach({ type: 'boolean', ...this.skip(4), value: true })
    else if (text.startsWith('false', start)) this.attach({ type: 'boolean', ...this.skip(5), value: false })
    else if (text.startsWith('null', start)) this.attach({ type: 'null', ...this.skip(4), value: null })
    else {
      NUMBER.lastIndex = start
      const raw = NUMBER.exec(text)?.[0] ?? this.fail('Expected a value')
      this.attach({ type: 'number', ...this.skip(raw.length), value: Number(raw) })
    }
  }

  private skip(length: number): Range {
    const start = this.pos
    this.pos += length
    return { start, end: this.pos }
  }

  /** Reads a string from its opening quote; slices where there is no escape, which is nearly always. */
  private quoted(): string {
    const { text } = this
    const start = ++this.pos
    for (let i = start; i < text.length; i++) {
      const code = text.charCodeAt(i)
      if (code === Char.Quote) {
        this.pos = i + 1
        return text.slice(start, i)
      }
      if (code === Char.Backslash) return this.escaped(start, i)
      if (code < 32) throw new Fault('A string must not hold a line break or control character', i, 1)
    }
    throw new Fault('The string has no closing quote', start - 1, 1)
  }

  private escaped(start: number, backslash: number): string {
    const { text } = this
    const parts: string[] = []
    let from = start
    for (let i = backslash; i < text.length; i++) {
      const code = text.charCodeAt(i)
      if (code === Char.Quote) {
        this.pos = i + 1
        parts.push(text.slice(from, i))
        return parts.join('')
      }
      if (code < 32) throw new Fault('A string must not hold a line break or control character', i, 1)
      if (code !== Char.Backslash) continue
      parts.push(text.slice(from, i), this.escape(i))
      i += text[i + 1] === 'u' ? 5 : 1
      from = i + 1
    }
    throw new Fault('The string has no closing quote', start - 1, 1)
  }

  private escape(at: number): string {
    const letter = this.text[at + 1] ?? ''
    const digits = this.text.slice(at + 2, at + 6)
    if (letter === 'u' && HEX.test(digits)) return String.fromCharCode(Number.parseInt(digits, 16))
    const plain = Object.hasOwn(ESCAPES, letter) ? ESCAPES[letter] : undefined
    if (plain === undefined) throw new Fault('The escape after this backslash is unknown', at, 2)
    return plain
  }

  /** Skips white space and returns the code of what follows, NaN at the end of the text. */
  private blanks(): number {
    const { text } = this
    let pos = this.pos
    let code = text.charCodeAt(pos)
    while (code === 32 || code === 10 || code === 13 || code === 9) code = text.charCodeAt(++pos)
    this.pos = pos
    return code
  }

  private fail(message: string): never {
    const { text, pos } = this
    // A brace that is missing at the end belongs to the last line that says something.
    if (pos >= text.length) throw new Fault(`${message}, but the document ends here`, text.trimEnd().length, 0)
    if (text.charCodeAt(pos) === Char.Slash) throw new Fault('Comments are not allowed in a policy', pos, 1)
    throw new Fault(message, pos, 1)
  }
}

function findDuplicates(members: readonly JsonMember[], found: JsonMember[]): void {
  if (members.length < 2) return
  if (members.length > 8) {
    const seen = new Set<string>()
    for (const member of members) {
      if (seen.has(member.key)) found.push(member)
      seen.add(member.key)
    }
    return
  }
  for (let i = 1; i < members.length; i++) {
    const member = members[i]
    for (let j = 0; j < i; j++) {
      if (member && members[j]?.key === member.key) {
        found.push(member)
        break
      }
    }
  }
}
