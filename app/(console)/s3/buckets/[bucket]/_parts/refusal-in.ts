import type { Refusal } from '@/app/refusal'

const lost: Refusal = {
  code: 'ServiceUnavailable',
  message: 'The server gave no answer that could be read. Perhaps your session has ended: load this page again.',
}

/** The refusal that one of our routes wrote as its answer. */
export async function refusalIn(body: Promise<string> | string | undefined): Promise<Refusal> {
  try {
    const read: unknown = JSON.parse((await body) ?? '')
    return isRefusal(read) ? read : lost
  } catch {
    return lost
  }
}

const isRefusal = (read: unknown): read is Refusal =>
  typeof read === 'object' && read !== null && 'code' in read && 'message' in read && typeof read.message === 'string'
