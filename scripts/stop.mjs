import { readFileSync } from 'node:fs'

const exitCodes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 }
let stop = leave

/** Says what a request to stop means from now on: there is one answer at a time, the latest. */
export function whenStopped(next) {
  stop = next
}

export function leave(signal) {
  process.exit(exitCodes[signal])
}

for (const signal of Object.keys(exitCodes)) process.on(signal, () => stop(signal))

// npm runs us below a shell that forwards no signal: when either of the two goes, nobody could stop us any more.
if (process.env.npm_lifecycle_event) {
  const family = ancestors()
  setInterval(() => {
    if (ancestors() !== family) stop('SIGTERM')
  }, 300).unref()
}

function ancestors() {
  const parent = process.ppid
  try {
    const [, name, grandparent] = /\((.*)\) \S (\d+)/.exec(readFileSync(`/proc/${parent}/stat`, 'utf8'))
    return /^(ba|da|z|k)?sh$/.test(name) ? `${parent} ${grandparent}` : `${parent}`
  } catch {
    return `${parent}`
  }
}
