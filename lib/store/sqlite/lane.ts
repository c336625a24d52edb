import 'server-only'

/** One after the other, in the order in which they came: SQLite has one writer. */
export class Lane {
  private last: Promise<unknown> = Promise.resolve()

  run<T>(work: () => Promise<T>): Promise<T> {
    const done = this.last.then(work)
    this.last = done.catch(() => undefined)
    return done
  }

  /** Keeps the lane until `end` is called. */
  hold(): Promise<() => void> {
    return new Promise((held) => {
      void this.run(() => new Promise<void>((end) => held(end)))
    })
  }
}
