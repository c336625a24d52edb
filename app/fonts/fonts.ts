import localFont from 'next/font/local'

// Three families instead of one: a fallback between the subsets would swallow the letters of the second.
const sans = localFont({
  src: './atkinson-hyperlegible-next-latin-wght-normal.woff2',
  weight: '200 800',
  variable: '--font-atkinson',
  adjustFontFallback: false,
})

const sansItalic = localFont({
  src: './atkinson-hyperlegible-next-latin-wght-italic.woff2',
  weight: '200 800',
  style: 'italic',
  variable: '--font-atkinson-italic',
  adjustFontFallback: false,
  preload: false,
})

const sansExtended = localFont({
  src: './atkinson-hyperlegible-next-latin-ext-wght-normal.woff2',
  weight: '200 800',
  variable: '--font-atkinson-extended',
  adjustFontFallback: false,
  preload: false,
  declarations: [{ prop: 'unicode-range', value: 'U+0100-02FF, U+1D00-1DBF, U+1E00-1EFF, U+20A0-20C0, U+2C60-2C7F' }],
})

const mono = localFont({
  src: './jetbrains-mono-latin-wght-normal.woff2',
  weight: '100 800',
  variable: '--font-jetbrains',
  adjustFontFallback: false,
  preload: false,
})

/** Class names that put the font variables on `<html>`. */
export const fontVariables = [sans, sansItalic, sansExtended, mono].map((font) => font.variable).join(' ')
