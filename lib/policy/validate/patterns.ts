/** Counts the steps of comparisons that could become quadratic on a hostile document. */
export class Budget {
  private left = 20_000_000

  get isSpent(): boolean {
    return this.left <= 0
  }

  /** False once nothing is left; the caller then leaves its check out. */
  spend(steps: number): boolean {
    this.left -= steps
    return this.left > 0
  }
}

export const hasWildcard = (text: string) => text.includes('*') || text.includes('?')

/** True where every text that `inner` can stand for fits `outer`; both may hold wildcards. */
export function covers(outer: string, inner: string, budget: Budget): boolean {
  let o = 0
  let i = 0
  let star = -1
  let mark = 0
  while (i < inner.length) {
    if (!budget.spend(1)) return false
    if (o < outer.length && outer[o] === '*') {
      star = o++
      mark = i
    } else if (o < outer.length && inner[i] !== '*' && (outer[o] === '?' || outer[o] === inner[i])) {
      o++
      i++
    } else if (star >= 0) {
      o = star + 1
      i = ++mark
    } else return false
  }
  while (outer[o] === '*') o++
  return o === outer.length
}

/** True where some text fits both patterns. True as well when the budget is used up: nobody is accused unheard. */
export function overlaps(a: string, b: string, budget: Budget): boolean {
  const clash = firstDifference(a, b)
  if (clash >= 0) return false
  if (!budget.spend((a.length + 1) * (b.length + 1))) return true
  // reachable[j]: the patterns read so far, a[..i] and b[..j], have a text in common.
  let reachable = startRow(b)
  for (const char of a) {
    const next = [char === '*' && reachable[0] === true]
    for (let j = 1; j <= b.length; j++) {
      const other = b[j - 1]
      if (char === '*') next[j] = reachable[j] === true || next[j - 1] === true
      else if (other === '*') next[j] = next[j - 1] === true || reachable[j] === true
      else next[j] = reachable[j - 1] === true && (char === '?' || other === '?' || char === other)
    }
    reachable = next
  }
  return reachable[b.length] === true
}

function startRow(pattern: string): boolean[] {
  const row = [true]
  for (let j = 1; j <= pattern.length; j++) row[j] = row[j - 1] === true && pattern[j - 1] === '*'
  return row
}

/** Where two patterns differ before either has a wildcard; -1 where they do not. */
function firstDifference(a: string, b: string): number {
  for (let i = 0; i < a.length || i < b.length; i++) {
    const left = a[i]
    const right = b[i]
    if (left === '*' || right === '*' || left === '?' || right === '?') return -1
    if (left !== right) return i
  }
  return -1
}
