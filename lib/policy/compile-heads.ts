type Node<T> = { label: string; entries: T[]; children: Map<number, Node<T>> | null }

/** A radix tree: all entries whose head begins a given text, in one walk along that text. */
export class HeadTree<T> {
  private readonly root: Node<T> = { label: '', entries: [], children: null }

  add(head: string, entry: T): void {
    let node = this.root
    let at = 0
    while (at < head.length) {
      node.children ??= new Map()
      const code = head.charCodeAt(at)
      const child = node.children.get(code)
      if (!child) {
        node.children.set(code, { label: head.slice(at), entries: [entry], children: null })
        return
      }
      const shared = sharedLength(child.label, head, at)
      node = shared === child.label.length ? child : split(node.children, child, shared)
      at += shared
    }
    node.entries.push(entry)
  }

  visit(text: string, take: (entries: readonly T[]) => void): void {
    let node: Node<T> | undefined = this.root
    let at = 0
    while (node && text.startsWith(node.label, at)) {
      at += node.label.length
      if (node.entries.length > 0) take(node.entries)
      node = node.children?.get(text.charCodeAt(at))
    }
  }
}

function sharedLength(label: string, head: string, from: number): number {
  let length = 1
  while (length < label.length && label.charCodeAt(length) === head.charCodeAt(from + length)) length++
  return length
}

/** Puts a node in front of `child` that takes over the first part of its label. */
function split<T>(siblings: Map<number, Node<T>>, child: Node<T>, length: number): Node<T> {
  const rest: Node<T> = { ...child, label: child.label.slice(length) }
  const front: Node<T> = { label: child.label.slice(0, length), entries: [], children: new Map() }
  front.children?.set(rest.label.charCodeAt(0), rest)
  siblings.set(front.label.charCodeAt(0), front)
  return front
}
