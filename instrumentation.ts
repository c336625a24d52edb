/** Runs once, before the server listens. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { atStart } = await import('@/lib/operator/at-start')
  await atStart()
  await import('@/lib/wire/install')
}
