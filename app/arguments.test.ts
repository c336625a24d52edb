import { describe, expect, it } from 'vitest'
import { field, members, objects, text, texts } from './arguments'

/** What a forged call may carry. */
const strange = [undefined, null, 5, 10n, 'ann', {}, { length: 3 }, new Map(), () => 'ann'] as never[]

describe("a server action's arguments", () => {
  it('are lists of what was promised, whatever was sent', () => {
    for (const given of strange) expect([texts(given), objects(given)]).toEqual([[], []])
    expect(texts(['ann', null, ['bob'], { name: 'cid' }, 'dan'] as never)).toEqual(['ann', 'dan'])
    expect(objects([null, 'ann', { Key: 'a' }] as never)).toEqual([{ Key: 'a' }])
  })

  it('are no more than anybody can work through', () => {
    expect(texts(Array(5_000).fill('ann'))).toHaveLength(1_000)
  })

  it('are the fields of a form, if it is one', () => {
    const form = new FormData()
    form.set('name', 'ann')
    form.set('file', new Blob(['ann']))
    form.set('long', 'a'.repeat(5_000))
    expect([field(form, 'name'), field(form, 'file'), field(form, 'none')]).toEqual(['ann', '', ''])
    expect(field(form, 'long')).toHaveLength(2_048)
    for (const given of strange) expect(field(given, 'name')).toBe('')
  })

  it('are a text and an object, whatever was sent', () => {
    expect(strange.map(text)).toEqual(['', '', '', '', 'ann', '', '', '', ''])
    for (const given of [undefined, null, 5, 'ann'] as never[]) expect(members(given)).toEqual({})
    expect(members({ name: 'ann' })).toEqual({ name: 'ann' })
  })
})
