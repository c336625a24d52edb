import { spawn } from 'node:child_process'
import { root } from './place.mjs'
import { Refusal } from './say.mjs'
import { leave, whenStopped } from './stop.mjs'

const running = new Set()

/**
 * Runs a program to its end and tells its exit code and what it printed. It dies with us, children and all.
 * `loud` passes its output on while it runs.
 */
export function run(command, parameters, { env = process.env, loud = false } = {}) {
  whenStopped(stopAll)
  return new Promise((resolve, reject) => {
    // A group of its own, so that one signal reaches its children, too.
    const child = spawn(command, parameters, { cwd: root, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
    running.add(child)
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (part) => {
        output += part
        if (loud) process.stdout.write(part)
      })
    child.on('error', (error) => reject(new Refusal(`${command} could not be run: ${error.message}.`)))
    child.on('close', (code) => {
      running.delete(child)
      resolve({ code: code ?? 1, output })
    })
  })
}

export const node = (parameters, options) => run(process.execPath, parameters, options)

/** Runs npm itself, through the very npm that called us where there is one. */
export function npm(parameters, options) {
  const cli = process.env.npm_execpath
  return cli?.endsWith('.js') ? node([cli, ...parameters], options) : run('npm', parameters, options)
}

/** The end of a program's output, for a failure's report. */
export const tail = (output, lines = 25) => output.trimEnd().split('\n').slice(-lines).join('\n')

function stopAll(signal) {
  for (const { pid } of running) {
    try {
      process.kill(-pid, signal)
    } catch {} // already gone
  }
  leave(signal)
}
