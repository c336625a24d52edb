import { describe, expect, it } from 'vitest'
import type { Operation } from '../define'
import { badInput, badName, conflict, noPolicyAllows, noSuchEntity, noUser, overQuota } from '../testing/expected'
import { allow, labWith } from '../testing/lab'
import { assignedDevice, codes, newDevice } from '../testing/mfa'
import { createUser } from './create-user'
import { createVirtualMfaDevice } from './create-virtual-mfa-device'
import { deactivateMfaDevice } from './deactivate-mfa-device'
import { deleteUser } from './delete-user'
import { deleteVirtualMfaDevice } from './delete-virtual-mfa-device'
import { enableMfaDevice } from './enable-mfa-device'
import { getAccountSummary } from './get-account-summary'
import { getMfaDevice } from './get-mfa-device'
import { listMfaDevices } from './list-mfa-devices'
import { listVirtualMfaDevices } from './list-virtual-mfa-devices'
import { resyncMfaDevice } from './resync-mfa-device'

const wrongCodes = {
  code: 'InvalidAuthenticationCode',
  status: 403,
  message: 'Authentication code for device is not valid.',
}
const deviceTaken = {
  code: 'EntityAlreadyExists',
  message: 'MFADevice entity at the same path and name already exists.',
}
const noDevice = (serial: string) => noSuchEntity(`VirtualMFADevice with serial number ${serial} doesn't exist.`)
const notTheirs = noSuchEntity('MFA Device invalid for user.')

describe('CreateVirtualMFADevice', () => {
  it('gives the seed as text and as a picture, once, and keeps both out of events', async () => {
    const lab = await labWith({ ann: allow('iam:CreateVirtualMFADevice') })
    const input = { VirtualMFADeviceName: 'phone', Path: '/dev/' }
    const { VirtualMFADevice: device } = await lab.as('ann').perform(createVirtualMfaDevice, input)
    expect(device.SerialNumber).toBe(`arn:aws:iam::${lab.account}:mfa/dev/phone`)
    const seed = Buffer.from(device.Base32StringSeed).toString()
    expect(seed).toMatch(/^[A-Z2-7]{64}$/)
    expect(Buffer.from(device.QRCodePNG.subarray(1, 4)).toString()).toBe('PNG')
    expect(JSON.stringify([await lab.store().account.exportAll(), await lab.events()])).not.toContain(seed)
  })

  it('asks for permission to tag, too, where there are tags', async () => {
    const lab = await labWith({ ann: allow('iam:CreateVirtualMFADevice') })
    const input = { VirtualMFADeviceName: 'phone', Tags: [{ Key: 'a', Value: 'b' }] }
    const arn = `arn:aws:iam::${lab.account}:mfa/phone`
    await expect(lab.as('ann').perform(createVirtualMfaDevice, input)).rejects.toMatchObject(
      noPolicyAllows(lab.userArn('ann'), 'iam:TagMFADevice', arn),
    )
    const { VirtualMFADevice } = await lab.root.perform(createVirtualMfaDevice, input)
    expect(VirtualMFADevice).toMatchObject({ Tags: input.Tags })
  })

  it('takes neither a name that is there, in any case, nor a bad one', async () => {
    const lab = await labWith()
    await newDevice(lab, 'phone')
    await expect(newDevice(lab, 'Phone')).rejects.toMatchObject(deviceTaken)
    await expect(newDevice(lab, 'my phone')).rejects.toMatchObject(badName('virtualMFADeviceName'))
  })
})

describe('EnableMFADevice', () => {
  it('assigns the device, which lists, counts and events then show', async () => {
    const lab = await labWith({ ann: allow('iam:*'), bob: [] })
    const device = await newDevice(lab, 'phone')
    const input = { UserName: 'bob', SerialNumber: device.serial, ...codes(device, -1) }
    await lab.as('ann').perform(enableMfaDevice, input)
    const shown = { UserName: 'bob', SerialNumber: device.serial, EnableDate: lab.now }
    const { MFADevices } = await lab.as('ann').perform(listMfaDevices, { UserName: 'bob' })
    expect(MFADevices).toEqual([shown])
    const found = await lab.as('ann').perform(getMfaDevice, { UserName: 'bob', SerialNumber: device.serial })
    expect(found).toEqual(shown)
    const { SummaryMap } = await lab.root.perform(getAccountSummary, {})
    expect(SummaryMap).toMatchObject({ MFADevices: 1, MFADevicesInUse: 1, AccountMFAEnabled: 0 })
    const events = JSON.stringify(await lab.events())
    for (const code of [input.AuthenticationCode1, input.AuthenticationCode2]) expect(events).not.toContain(code)
  })

  it('wants two codes in a row, and says no more than that of others', async () => {
    const lab = await labWith({ bob: [] })
    const device = await newDevice(lab, 'phone')
    const enable = (AuthenticationCode1: string, AuthenticationCode2: string) =>
      lab.root.perform(enableMfaDevice, {
        ...{ UserName: 'bob', SerialNumber: device.serial },
        ...{ AuthenticationCode1, AuthenticationCode2 },
      })
    const code = device.codeIn
    for (const [first, second] of [
      [code(0), code(0)],
      [code(1), code(0)],
      [code(-40), code(-39)],
    ] as const) {
      await expect(enable(first, second)).rejects.toMatchObject(wrongCodes)
    }
    const pattern = 'Member must satisfy regular expression pattern: [\\d]+'
    await expect(enable(code(0), '12345x')).rejects.toMatchObject(badInput('authenticationCode2', pattern))
    await enable(code(0), code(1))
  })

  it('is refused without permission, before a word on the device', async () => {
    const lab = await labWith({ ann: [] })
    const input = { UserName: 'ann', SerialNumber: 'no-such-device', ...codes({ codeIn: () => '123456' }, 0) }
    await expect(lab.as('ann').perform(enableMfaDevice, input)).rejects.toMatchObject(
      noPolicyAllows(lab.userArn('ann'), 'iam:EnableMFADevice', 'user ann'),
    )
    await expect(lab.root.perform(enableMfaDevice, input)).rejects.toMatchObject(noDevice('no-such-device'))
    await expect(lab.root.perform(enableMfaDevice, { ...input, UserName: 'bob' })).rejects.toMatchObject(noUser('bob'))
  })

  it('takes no device that somebody has, and no ninth', async () => {
    const lab = await labWith({ ann: [], bob: [] })
    const { serial: SerialNumber, codeIn } = await assignedDevice(lab, 'bob', 'phone-1')
    const again = lab.root.perform(enableMfaDevice, { UserName: 'ann', SerialNumber, ...codes({ codeIn }, 1) })
    await expect(again).rejects.toMatchObject({ code: 'EntityAlreadyExists' })
    for (let count = 2; count <= 8; count++) await assignedDevice(lab, 'bob', `phone-${count}`)
    await expect(assignedDevice(lab, 'bob', 'phone-9')).rejects.toMatchObject(overQuota('MFADevicesPerUser', 8))
  })

  it('lets root, and nobody else, leave the name out', async () => {
    const lab = await labWith({ ann: allow('iam:*') })
    const device = await assignedDevice(lab, undefined, 'root-phone')
    const { MFADevices } = await lab.root.perform(listMfaDevices, {})
    expect(MFADevices).toMatchObject([{ UserName: undefined, SerialNumber: device.serial }])
    const { SummaryMap } = await lab.root.perform(getAccountSummary, {})
    expect(SummaryMap).toMatchObject({ AccountMFAEnabled: 1 })
    const other = await newDevice(lab, 'phone')
    const nameless = lab.as('ann').perform(enableMfaDevice, { SerialNumber: other.serial, ...codes(other, -1) })
    await expect(nameless).rejects.toMatchObject({
      code: 'ValidationError',
      message: expect.stringContaining("Value null at 'userName' failed"),
    })
  })
})

describe('ResyncMFADevice', () => {
  it('learns how far the clock is off', async () => {
    const lab = await labWith({ ann: allow('iam:ResyncMFADevice', 'arn:aws:iam::*:user/${aws:username}') })
    const { serial: SerialNumber, codeIn } = await assignedDevice(lab, 'ann', 'phone')
    const resync = (first: number) =>
      lab.as('ann').perform(resyncMfaDevice, { UserName: 'ann', SerialNumber, ...codes({ codeIn }, first) })
    await resync(80)
    expect(await lab.store().mfaDevices.find(SerialNumber)).toMatchObject({ drift: 81 })
    await expect(resync(80)).rejects.toMatchObject(wrongCodes)
    await expect(resync(300)).rejects.toMatchObject(wrongCodes)
  })

  it('is refused without permission, and finds only devices of that user', async () => {
    const lab = await labWith({ ann: [], bob: [] })
    const device = await assignedDevice(lab, 'bob', 'phone')
    const input = { UserName: 'ann', SerialNumber: device.serial, ...codes(device, 1) }
    await expect(lab.as('ann').perform(resyncMfaDevice, input)).rejects.toMatchObject(
      noPolicyAllows(lab.userArn('ann'), 'iam:ResyncMFADevice', 'user ann'),
    )
    await expect(lab.root.perform(resyncMfaDevice, input)).rejects.toMatchObject(notTheirs)
    const bad = { ...input, AuthenticationCode1: '1' }
    await expect(lab.root.perform(resyncMfaDevice, bad)).rejects.toMatchObject({ code: 'ValidationError' })
  })
})

describe('DeactivateMFADevice and DeleteVirtualMFADevice', () => {
  it('let the user go and then the device, in that order', async () => {
    const lab = await labWith({ ann: allow(['iam:DeactivateMFADevice', 'iam:DeleteVirtualMFADevice']) })
    const { serial: SerialNumber } = await assignedDevice(lab, 'ann', 'phone')
    const ann = lab.as('ann')
    await expect(lab.root.perform(deleteUser, { UserName: 'ann' })).rejects.toMatchObject(conflict('delete policies'))
    await expect(ann.perform(deleteVirtualMfaDevice, { SerialNumber })).rejects.toMatchObject({
      code: 'DeleteConflict',
      status: 409,
      message: 'MFA VirtualDevice in use. Must deactivate first.',
    })
    await ann.perform(deactivateMfaDevice, { SerialNumber })
    expect((await lab.root.perform(listMfaDevices, { UserName: 'ann' })).MFADevices).toEqual([])
    await expect(ann.perform(deactivateMfaDevice, { SerialNumber })).rejects.toMatchObject(notTheirs)
    await ann.perform(deleteVirtualMfaDevice, { SerialNumber })
    await expect(ann.perform(deleteVirtualMfaDevice, { SerialNumber })).rejects.toMatchObject(noDevice(SerialNumber))
  })

  it('are refused without permission', async () => {
    const lab = await labWith({ ann: [] })
    const { serial: SerialNumber } = await assignedDevice(lab, 'ann', 'phone')
    await expect(lab.as('ann').perform(deactivateMfaDevice, { SerialNumber })).rejects.toMatchObject(
      noPolicyAllows(lab.userArn('ann'), 'iam:DeactivateMFADevice', 'user ann'),
    )
    await expect(lab.as('ann').perform(deleteVirtualMfaDevice, { SerialNumber })).rejects.toMatchObject(
      noPolicyAllows(lab.userArn('ann'), 'iam:DeleteVirtualMFADevice', SerialNumber),
    )
  })

  it('do not let a user be deleted who has a device', async () => {
    const lab = await labWith({ ann: [] })
    const { serial: SerialNumber } = await assignedDevice(lab, 'ann', 'phone')
    await expect(lab.root.perform(deleteUser, { UserName: 'ann' })).rejects.toMatchObject(conflict('delete MFA device'))
    await lab.root.perform(deactivateMfaDevice, { UserName: 'ann', SerialNumber })
    await lab.root.perform(deleteUser, { UserName: 'ann' })
  })

  it.each([deactivateMfaDevice, deleteVirtualMfaDevice, getMfaDevice] as Operation<{ SerialNumber: string }>[])(
    '$name takes no bad serial number',
    async (operation) => {
      const lab = await labWith()
      await expect(lab.root.perform(operation, { SerialNumber: 'short' })).rejects.toMatchObject({
        code: 'ValidationError',
      })
    },
  )
})

describe('the lists of devices', () => {
  it('tell who has which virtual device, root too', async () => {
    const lab = await labWith({ ann: allow('iam:ListVirtualMFADevices'), bob: [] })
    const phone = await assignedDevice(lab, 'bob', 'phone')
    const key = await assignedDevice(lab, undefined, 'key')
    const spare = await newDevice(lab, 'spare')
    const list = (input: {
      AssignmentStatus?: 'Assigned' | 'Unassigned' | 'Any'
      MaxItems?: number
      Marker?: string
    }) => lab.as('ann').perform(listVirtualMfaDevices, input)
    const { VirtualMFADevices: all } = await list({})
    expect(all).toMatchObject([
      { SerialNumber: key.serial, EnableDate: lab.now, User: { UserId: lab.account, Arn: lab.root.arn } },
      { SerialNumber: phone.serial, User: { UserName: 'bob', Arn: lab.userArn('bob') } },
      { SerialNumber: spare.serial },
    ])
    expect(JSON.stringify(all)).not.toMatch(/Seed|QRCode/)
    expect((await list({ AssignmentStatus: 'Assigned' })).VirtualMFADevices).toEqual(all.slice(0, 2))
    expect((await list({ AssignmentStatus: 'Unassigned' })).VirtualMFADevices).toEqual(all.slice(2))
    const first = await list({ MaxItems: 2 })
    expect(first).toMatchObject({ IsTruncated: true, VirtualMFADevices: all.slice(0, 2) })
    expect((await list({ Marker: first.Marker })).VirtualMFADevices).toEqual(all.slice(2))
  })

  it('of one user come page by page', async () => {
    const lab = await labWith({ ann: [] })
    for (const name of ['b', 'A', 'c']) await assignedDevice(lab, 'ann', name)
    const list = (Marker?: string) => lab.root.perform(listMfaDevices, { UserName: 'ann', MaxItems: 2, Marker })
    const first = await list()
    const second = await list(first.Marker)
    const serials = [...first.MFADevices, ...second.MFADevices].map(({ SerialNumber }) => SerialNumber.slice(-1))
    expect(serials).toEqual(['A', 'b', 'c'])
  })

  it('are refused without permission', async () => {
    const lab = await labWith({ ann: [] })
    await expect(lab.as('ann').perform(listVirtualMfaDevices, {})).rejects.toMatchObject(
      noPolicyAllows(lab.userArn('ann'), 'iam:ListVirtualMFADevices', `arn:aws:iam::${lab.account}:mfa/`),
    )
    const SerialNumber = 'no-such-device'
    await expect(lab.as('ann').perform(getMfaDevice, { SerialNumber })).rejects.toMatchObject(
      noPolicyAllows(lab.userArn('ann'), 'iam:GetMFADevice', 'user ann'),
    )
    await lab.root.perform(createUser, { UserName: 'bob' })
    const missing = lab.root.perform(getMfaDevice, { UserName: 'bob', SerialNumber })
    await expect(missing).rejects.toMatchObject(noDevice(SerialNumber))
  })

  it('do not take another status', async () => {
    const lab = await labWith()
    const input = { AssignmentStatus: 'Lost' as 'Any' }
    await expect(lab.root.perform(listVirtualMfaDevices, input)).rejects.toMatchObject({ code: 'ValidationError' })
  })
})
