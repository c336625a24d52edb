/**
 * What the open containers hold so far, one after the other. Each takes its own when it ends, in a list of the right length:
 * lists that grow by themselves are mostly empty room, and a document is made of many short ones.
 */
export class Stack<T> {
  private readonly held: T[] = []
  private count = 0
  private readonly marks: number[] = []

  begin(): void {
    this.marks.push(this.count)
  }

  push(value: T): void {
    this.held[this.count++] = value
  }

  end(): T[] {
    const mark = this.marks.pop() ?? 0
    const own = this.held.slice(mark, this.count)
    this.count = mark
    return own
  }
}
