import { describe, expect, it } from 'vitest'
import { each, ifThere, once, runSteps } from './deletion'
import type { Outcome } from './door'

const done = async (): Promise<Outcome<null>> => ({ ok: true, value: null })
const refused =
  (call: string, code = 'AccessDenied') =>
  async (): Promise<Outcome<never>> => ({ ok: false, refusal: { code, message: 'No.', call } })

const thing = (name: string) => (name === 'third' ? refused('RemoveThing')() : done())
const things = async (): Promise<Outcome<string[]>> => ({ ok: true, value: ['first', 'second', 'third'] })

describe('a deletion in steps', () => {
  it('tells what was done', async () => {
    const steps = [once('DetachIt', done), each('RemoveThing', async () => ({ ok: true, value: ['first'] }), thing)]
    expect(await runSteps('it', steps)).toEqual({ name: 'it', done: ['DetachIt', 'RemoveThing'] })
  })

  it('stops at a refusal in the middle of a list, and tells what was done before', async () => {
    const steps = [once('DetachIt', done), each('RemoveThing', things, thing), once('DeleteIt', done)]
    expect(await runSteps('it', steps)).toMatchObject({
      done: ['DetachIt', 'RemoveThing', 'RemoveThing'],
      stopped: { call: 'RemoveThing' },
    })
  })

  it('names the call of each thing', async () => {
    const named = each((name) => `Remove-${name}`, things, done)
    expect((await runSteps('it', [named])).done).toEqual(['Remove-first', 'Remove-second', 'Remove-third'])
  })

  it('names the list where the list was refused', async () => {
    const ended = await runSteps('it', [each('RemoveThing', refused('ListThings'), thing), once('DeleteIt', done)])
    expect(ended).toMatchObject({ done: [], stopped: { call: 'ListThings' } })
  })

  it('goes on without what is not there, but not without permission', async () => {
    const missing = ifThere('DeletePart', refused('DeletePart', 'NoSuchEntity'))
    expect(await runSteps('it', [missing, once('DeleteIt', done)])).toEqual({ name: 'it', done: ['DeleteIt'] })
    expect(await runSteps('it', [ifThere('DeletePart', refused('DeletePart')), once('DeleteIt', done)])).toMatchObject({
      done: [],
      stopped: { call: 'DeletePart' },
    })
  })
})
