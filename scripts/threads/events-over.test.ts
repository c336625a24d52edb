import { Worker } from 'node:worker_threads'
import { describe, expect, it } from 'vitest'
import { writeForOthers } from './events-over.mjs'

/** A thread that gives away a batch for each message, and tells how it ended. */
const giver = () =>
  new Worker(
    `const { parentPort } = require('node:worker_threads')
    const load = import(${JSON.stringify(new URL('./events-over.mjs', import.meta.url).href)})
    load.then(({ writeElsewhere }) => {
      const write = writeElsewhere()
      parentPort.on('message', (events) => write(events).then(
        () => parentPort.postMessage([events[0].name, 'written']),
        (error) => parentPort.postMessage([events[0].name, error.message.split('\\n')[0]]),
      ))
    })`,
    { eval: true },
  )

describe('events of another thread', () => {
  it('are written here, and it hears of each batch when it is written or why it is not', async () => {
    const order: string[] = []
    let release = () => {}
    const held = new Promise<void>((free) => {
      release = free
    })
    writeForOthers(async (events) => {
      const [{ name, time }] = events as [{ name: string; time: Date }]
      expect(time).toEqual(new Date(5))
      if (name === 'slow') await held
      if (name === 'bad') throw new Error('no room')
      order.push(`${name} written`)
    })
    const threads = [giver(), giver()]
    const told = new Promise<string[]>((all) => {
      const news: string[] = []
      for (const thread of threads)
        thread.on('message', ([name, outcome]: [string, string]) => {
          order.push(`${name} told`)
          news.push(`${name}: ${outcome}`)
          if (news.length === 3) release()
          if (news.length === 4) all(news)
        })
    })
    const batch = (name: string) => [{ name, time: new Date(5) }]
    // Both threads count their batches from one: neither hears the other's news.
    threads[0]?.postMessage(batch('slow'))
    threads[1]?.postMessage(batch('quick'))
    threads[1]?.postMessage(batch('bad'))
    threads[0]?.postMessage(batch('other'))
    const news = await told
    expect(news.slice(0, 3).sort()).toEqual(['bad: Error: no room', 'other: written', 'quick: written'])
    expect(news[3]).toBe('slow: written')
    for (const name of ['quick', 'other', 'slow'])
      expect(order.indexOf(`${name} written`)).toBeLessThan(order.indexOf(`${name} told`))
    await Promise.all(threads.map((thread) => thread.terminate()))
  })
})
