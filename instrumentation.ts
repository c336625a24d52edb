/** Runs once before the server listens, and once in the thread that listens; `npm run dev` has one thread for both. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { isMainThread } = await import('node:worker_threads')
  if (isMainThread) {
    const { atStart } = await import('@/lib/operator/at-start')
    await atStart()
  }
  if (!isMainThread || process.env.NODE_ENV !== 'production') await import('@/lib/wire/install')
}
