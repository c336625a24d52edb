import 'server-only'

const somewhere = 'http://console.invalid'

/**
 * The page to go to after sign-in: a path of ours, or `/`. Whatever a browser could read as another origin is refused,
 * after decoding as often as a careless hop might.
 */
export function returnUrl(wanted: string | null | undefined): string {
  if (!wanted || wanted.length > 2048 || !wanted.startsWith('/') || !URL.canParse(wanted, somewhere)) return '/'
  const { origin, pathname, search, hash } = new URL(wanted, somewhere)
  if (origin !== somewhere || !isPathOfOurs(pathname) || /[\\\t\n\r]/.test(wanted)) return '/'
  // To return to the sign-in or the sign-out would be a circle.
  if (/^\/(signin|signout|change-password|api)(\/|$)/.test(pathname)) return '/'
  return pathname + search + hash
}

function isPathOfOurs(pathname: string, layers = 3): boolean {
  // Browsers read a backslash as a slash and leave control characters out.
  if (!/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(pathname)) return false
  const decoded = decoding(pathname)
  if (decoded === null || !URL.canParse(decoded, somewhere)) return false
  if (decoded === pathname) return true
  return (
    layers > 0 && isPathOfOurs(new URL(decoded, somewhere).pathname, layers - 1) && isPathOfOurs(decoded, layers - 1)
  )
}

function decoding(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

/** Next's router marks its own fetches with `_rsc`; the page that one wants to come back to has no such mark. */
export function withoutRouterMark(address: string | null): string | null {
  return address?.replace(/([?&])_rsc(=[^&#]*)?(&|$)/, '$1').replace(/[?&]$/, '') ?? null
}

/** The sign-in address that comes back to this page. */
export function signInUrl(wanted: string | null, ended = false): string {
  const parameters = new URLSearchParams()
  const target = returnUrl(wanted)
  if (target !== '/') parameters.set('return', target)
  if (ended) parameters.set('session', 'ended')
  const query = parameters.toString()
  return query ? `/signin?${query}` : '/signin'
}
