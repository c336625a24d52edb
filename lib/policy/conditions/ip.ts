import { comparing, type Family } from './value-test'

/** Groups of an address, most significant first: one of 32 bits for IPv4, eight of 16 bits for IPv6. */
type Block = { width: 32 | 16; groups: readonly number[]; prefix: number }

const IPV4 = /^(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})$/
const GROUP = /^[0-9a-fA-F]{1,4}$/
const PREFIX = /^\d{1,3}$/

/** Reads an address or a CIDR block; an address is a block of one. */
export function readBlock(text: string): Block | null {
  const slash = text.indexOf('/')
  const address = slash < 0 ? text : text.slice(0, slash)
  const block = address.includes(':') ? readIpv6(address) : readIpv4(address)
  if (!block || slash < 0) return block
  const prefix = text.slice(slash + 1)
  return PREFIX.test(prefix) && Number(prefix) <= block.prefix ? { ...block, prefix: Number(prefix) } : null
}

function readIpv4(text: string): Block | null {
  const found = IPV4.exec(text)
  if (!found) return null
  let value = 0
  for (let i = 1; i <= 4; i++) {
    const part = Number(found[i])
    if (part > 255) return null
    value = value * 256 + part
  }
  return { width: 32, groups: [value], prefix: 32 }
}

function readIpv6(text: string): Block | null {
  const halves = withoutIpv4Tail(text).split('::')
  const [front, back] = halves.map((half) => (half === '' ? [] : half.split(':')))
  if (!front || halves.length > 2) return null
  const written = back ? [...front, ...back] : front
  // `::` stands for one group at least; without it all eight are written.
  if (back ? written.length > 7 : written.length !== 8) return null
  if (!written.every((group) => GROUP.test(group))) return null
  const zeros: string[] = Array(8 - written.length).fill('0')
  const groups = [...front, ...zeros, ...(back ?? [])].map((group) => Number.parseInt(group, 16))
  return { width: 16, groups, prefix: 128 }
}

/** `::ffff:10.0.0.1` is written `::ffff:a00:1`. */
function withoutIpv4Tail(text: string): string {
  const from = text.lastIndexOf(':') + 1
  const [value] = readIpv4(text.slice(from))?.groups ?? []
  if (value === undefined) return text
  return `${text.slice(0, from)}${Math.floor(value / 65_536).toString(16)}:${(value % 65_536).toString(16)}`
}

/** Bits behind the mask never count. Division, not shifts: `<< 32` is no shift at all in this language. */
function contains(network: Block, address: Block): boolean {
  // AWS: IPv4 and IPv6 never match each other, mapped addresses included.
  if (network.width !== address.width) return false
  let bits = network.prefix
  for (let i = 0; i < network.groups.length && bits > 0; i++) {
    const host = 2 ** Math.max(0, network.width - bits)
    if (Math.floor((network.groups[i] ?? 0) / host) !== Math.floor((address.groups[i] ?? 0) / host)) return false
    bits -= network.width
  }
  return true
}

const compare: Family = comparing(readBlock, (asked, written) => contains(written, asked))

export const ipAddress: Family = (written, variables) => {
  const test = compare(written, variables)
  // A request has an address, never a range.
  return (value, context) => !value.includes('/') && test(value, context)
}
