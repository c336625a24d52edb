/** Runs once, before the server listens. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { firstStart } = await import('@/lib/operator/first-start')
  await firstStart()
  await import('@/lib/wire/install')
}
