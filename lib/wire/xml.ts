import 'server-only'

const named: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }

/** Text for an element. What XML 1.0 cannot carry at all becomes U+FFFD, so that every reader can read the rest. */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[&<>"'\p{Cc}\uFFFE\uFFFF]/gu, (character) => named[character] ?? reference(character))
}

/** A tab or a line's end survives only as a reference: readers tidy bare ones. */
function reference(character: string): string {
  const isAllowed = /[\t\n\r\x7f-\x9f]/.test(character)
  return isAllowed ? `&#x${character.charCodeAt(0).toString(16).toUpperCase()};` : '\uFFFD'
}

/** An element around content that is XML already. */
export const element = (name: string, content: string): string => `<${name}>${content}</${name}>`

/** An element around text. */
export const textElement = (name: string, text: string): string => element(name, escapeXml(text))
