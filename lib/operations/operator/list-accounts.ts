import 'server-only'
import { z } from 'zod'
import { operatorOperation } from '../define'
import { accountShape } from './shapes/account'

export const listAccounts = operatorOperation({
  name: 'ListAccounts',
  summary: 'List all accounts of this server.',
  kind: 'read',
  input: z.object({}),
  run: async ({ directory }) => ({ accounts: (await directory.listAccounts()).map(accountShape) }),
})
