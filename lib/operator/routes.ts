import 'server-only'
import { createAccount } from '@/lib/operations/operator/create-account'
import { deleteAccount } from '@/lib/operations/operator/delete-account'
import { exportAccount } from '@/lib/operations/operator/export-account'
import { importAccount } from '@/lib/operations/operator/import-account'
import { listAccounts } from '@/lib/operations/operator/list-accounts'
import { resetAccount } from '@/lib/operations/operator/reset-account'
import { deletePastEvents } from '@/lib/store'
import { answerOperator, bodyLimits, jsonBody } from './http'

type OneAccount = { params: Promise<{ id: string }> }

export const getAccounts = (request: Request) => answerOperator(request, { operation: listAccounts, input: () => ({}) })

export const postAccounts = (request: Request) =>
  answerOperator(request, { operation: createAccount, input: (body) => jsonBody(body, bodyLimits.order), status: 201 })

export const deleteOne = (request: Request, { params }: OneAccount) =>
  answerOperator(request, { operation: deleteAccount, input: () => params })

export const postReset = async (request: Request, { params }: OneAccount) => {
  const answer = await answerOperator(request, { operation: resetAccount, input: () => params })
  if (answer.ok) void deletePastEvents()
  return answer
}

export const getExport = (request: Request, { params }: OneAccount) =>
  answerOperator(request, { operation: exportAccount, input: () => params })

export const postImport = (request: Request, { params }: OneAccount) =>
  answerOperator(request, {
    operation: importAccount,
    input: async (body) => ({ ...(await params), dump: await jsonBody(body, bodyLimits.account) }),
  })
