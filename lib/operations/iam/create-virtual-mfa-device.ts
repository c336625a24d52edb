import 'server-only'
import { z } from 'zod'
import { may, tagContext } from '@/lib/access/question'
import { seal } from '@/lib/secrets/seal'
import { appUri, newSeed, qrPng } from '@/lib/secrets/totp'
import { absent } from '../bindings'
import { operation } from '../define'
import { accountLabel, newMfaDevice } from '../nouns/mfa-device'
import { distinctTags } from '../nouns/tags'
import { mfaDeviceName, path, tags } from '../shapes'

export const createVirtualMfaDevice = operation({
  service: 'iam',
  name: 'CreateVirtualMFADevice',
  summary: 'Make a virtual MFA device for an authenticator app; its seed is shown this once.',
  kind: 'write',
  input: z.object({ VirtualMFADeviceName: mfaDeviceName, Path: path.optional(), Tags: tags.optional() }),
  on: absent(newMfaDevice),
  // AWS: tagging at creation asks for iam:TagMFADevice as well (IAM user guide, "Tags for IAM resources").
  ask: ({ target, input }) => {
    const context = tagContext(input.Tags)
    const create = may('iam:CreateVirtualMFADevice', target, context)
    return input.Tags?.length ? [create, may('iam:TagMFADevice', target, context)] : [create]
  },
  prepare: async ({ input, store }) => {
    const seed = newSeed()
    const picture = await qrPng(appUri(seed, input.VirtualMFADeviceName, await accountLabel(store)))
    return { seed, sealed: seal(seed, 'totp'), picture }
  },
  run: async ({ input, store, now, prepared }) => {
    const wanted = distinctTags(input.Tags ?? [], 'exact')
    const { serial } = await store.mfaDevices.create({
      name: input.VirtualMFADeviceName,
      path: input.Path ?? '/',
      seedSealed: prepared.sealed,
      createdAt: now,
    })
    await store.tags.put('mfa', store.mfaDevices.tagId(serial), wanted)
    const device = {
      SerialNumber: serial,
      // AWS: the bytes of the base32 text, not those that it stands for.
      Base32StringSeed: new TextEncoder().encode(prepared.seed),
      QRCodePNG: new Uint8Array(prepared.picture),
    }
    return { VirtualMFADevice: wanted.length > 0 ? { ...device, Tags: [...wanted] } : device }
  },
})
