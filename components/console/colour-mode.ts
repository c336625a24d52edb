/** What a person may choose; `browser` follows the system. Kept in the cookie `mode`. */
export const colourModes = ['light', 'dark', 'browser'] as const
export type ColourMode = (typeof colourModes)[number]

const year = 60 * 60 * 24 * 365

/**
 * Runs before the first paint, so no wrong theme flashes and the navigation does not jump.
 * It reads the cookies `mode` and `nav` and writes `data-mode` and `data-nav` on `<html>`.
 */
export const firstPaintScript = `(function(d,c){var m=/(?:^|; )mode=(light|dark)/.exec(c),q=matchMedia('(prefers-color-scheme: dark)');
function set(){d.dataset.mode=m?m[1]:q.matches?'dark':'light'}
set();if(!m)q.addEventListener('change',function(){if(!/(?:^|; )mode=(light|dark)/.test(document.cookie))set()});
if(/(?:^|; )nav=closed/.test(c))d.dataset.nav='closed'})(document.documentElement,document.cookie)`

export function readCookie(name: string): string | undefined {
  const found = document.cookie.split('; ').find((pair) => pair.startsWith(`${name}=`))
  return found && decodeURIComponent(found.slice(name.length + 1))
}

export function writeCookie(name: string, value: string) {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser a class may bring.
  document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=${year}; samesite=lax`
}

export function currentColourMode(): ColourMode {
  const mode = readCookie('mode')
  return mode === 'light' || mode === 'dark' ? mode : 'browser'
}

export function chooseColourMode(mode: ColourMode) {
  writeCookie('mode', mode)
  const dark = mode === 'browser' ? matchMedia('(prefers-color-scheme: dark)').matches : mode === 'dark'
  document.documentElement.dataset.mode = dark ? 'dark' : 'light'
}
