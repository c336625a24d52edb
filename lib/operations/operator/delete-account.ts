import 'server-only'
import { z } from 'zod'
import { operatorOperation } from '../define'
import { accountId, noSuchAccount } from './shapes/account'

export const deleteAccount = operatorOperation({
  name: 'DeleteAccount',
  summary: 'Delete an account with everything in it, its event history included.',
  kind: 'write',
  input: z.object({ id: accountId }),
  run: async ({ input: { id }, directory }) => {
    if (!(await directory.deleteAccount(id))) throw noSuchAccount(id)
    return { id }
  },
})
