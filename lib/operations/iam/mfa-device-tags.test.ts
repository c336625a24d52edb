import { describe, expect, it } from 'vitest'
import { noPolicyAllows, noSuchEntity } from '../testing/expected'
import { type Actor, allow, labWith } from '../testing/lab'
import { newDevice } from '../testing/mfa'
import { deleteVirtualMfaDevice } from './delete-virtual-mfa-device'
import { listMfaDeviceTags } from './list-mfa-device-tags'
import { tagMfaDevice } from './tag-mfa-device'
import { untagMfaDevice } from './untag-mfa-device'

const noDevice = (serial: string) => noSuchEntity(`VirtualMFADevice with serial number ${serial} doesn't exist.`)

describe('tags of a device', () => {
  it('are added, replaced, listed and taken away; keys differ by case', async () => {
    const lab = await labWith({ ann: allow(['iam:TagMFADevice', 'iam:UntagMFADevice', 'iam:ListMFADeviceTags']) })
    const { serial: SerialNumber } = await newDevice(lab, 'phone')
    const ann = lab.as('ann')
    const tag = (Key: string, Value: string) => ann.perform(tagMfaDevice, { SerialNumber, Tags: [{ Key, Value }] })
    await tag('team', 'dev')
    await tag('Team', 'ops')
    await tag('team', 'qa')
    const list = async () => (await ann.perform(listMfaDeviceTags, { SerialNumber })).Tags
    expect(await list()).toEqual([
      { Key: 'Team', Value: 'ops' },
      { Key: 'team', Value: 'qa' },
    ])
    await ann.perform(untagMfaDevice, { SerialNumber, TagKeys: ['team', 'none'] })
    expect(await list()).toEqual([{ Key: 'Team', Value: 'ops' }])
    await expect(tag('aws:x', 'y')).rejects.toMatchObject({ code: 'InvalidInput' })
  })

  it('may be what a policy asks about', async () => {
    const lab = await labWith({
      ann: allow('iam:DeleteVirtualMFADevice', '*', { StringEquals: { 'aws:ResourceTag/team': 'dev' } }),
    })
    const { serial: SerialNumber } = await newDevice(lab, 'phone')
    const remove = () => lab.as('ann').perform(deleteVirtualMfaDevice, { SerialNumber })
    await expect(remove()).rejects.toMatchObject({ code: 'AccessDenied' })
    await lab.root.perform(tagMfaDevice, { SerialNumber, Tags: [{ Key: 'team', Value: 'dev' }] })
    await remove()
  })

  it('are refused without permission, and of a device that is not there', async () => {
    const lab = await labWith({ ann: [] })
    const none = `arn:aws:iam::${lab.account}:mfa/none`
    const calls: [name: string, (who: Actor, SerialNumber: string) => Promise<unknown>][] = [
      ['TagMFADevice', (who, SerialNumber) => who.perform(tagMfaDevice, { SerialNumber, Tags: [] })],
      ['UntagMFADevice', (who, SerialNumber) => who.perform(untagMfaDevice, { SerialNumber, TagKeys: ['a'] })],
      ['ListMFADeviceTags', (who, SerialNumber) => who.perform(listMfaDeviceTags, { SerialNumber })],
    ]
    for (const [name, call] of calls) {
      await expect(call(lab.as('ann'), none)).rejects.toMatchObject(
        noPolicyAllows(lab.userArn('ann'), `iam:${name}`, none),
      )
      await expect(call(lab.root, none)).rejects.toMatchObject(noDevice(none))
      await expect(call(lab.root, 'not a serial')).rejects.toMatchObject({ code: 'ValidationError' })
    }
  })
})
