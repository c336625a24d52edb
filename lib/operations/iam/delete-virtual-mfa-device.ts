import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { deleteConflict } from '@/lib/aws/errors'
import { existing } from '../bindings'
import { operation } from '../define'
import { mfaDevice } from '../nouns/mfa-device'
import { serialNumber } from '../shapes'

export const deleteVirtualMfaDevice = operation({
  service: 'iam',
  name: 'DeleteVirtualMFADevice',
  summary: 'Delete a virtual MFA device that nobody has any more.',
  kind: 'write',
  input: z.object({ SerialNumber: serialNumber }),
  on: existing(mfaDevice),
  ask: ({ target }) => [may('iam:DeleteVirtualMFADevice', target)],
  run: async ({ found, store }) => {
    if (found.userId !== null) throw deleteConflict('MFA VirtualDevice in use. Must deactivate first.')
    await store.mfaDevices.delete(found.serial)
    return {}
  },
})
