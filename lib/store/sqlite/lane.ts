import 'server-only'
import { ownTurn } from './turn.mjs'

/** One after the other, in the order in which they came: SQLite has one writer. Threads of this process take turns. */
export class Lane {
  private last: Promise<unknown> = Promise.resolve()
  private readonly turn = ownTurn()

  run<T>(work: () => Promise<T>): Promise<T> {
    const done = this.last.then(this.turn ? () => this.inTurn(work) : work)
    this.last = done.catch(() => undefined)
    return done
  }

  /** Keeps the lane until `end` is called. */
  hold(): Promise<() => void> {
    return new Promise((held) => {
      void this.run(() => new Promise<void>((end) => held(end)))
    })
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (!this.turn?.tryTake()) await this.turn?.take()
    try {
      return await work()
    } finally {
      this.turn?.give()
    }
  }
}
