const longest = 256 * 1024

const textTypes = /^(text\/|application\/(json|xml|yaml|x-yaml|toml|javascript|x-sh|sql)\b|[^;]+\+(json|xml)\b)/

/** An object as text, where it is text of a size that one reads; else why it is not shown. */
export function readableText(body: Uint8Array, contentType: string): { text: string } | { reason: string } {
  // Browsers do not know a type for every text file: those are tried.
  const isUnknown = /^(binary|application)\/octet-stream\b/.test(contentType)
  if (!isUnknown && !textTypes.test(contentType)) return { reason: `Objects of type ${contentType} are not shown.` }
  if (body.byteLength > longest) return { reason: 'Only text of up to 256 KB is shown. Download the object instead.' }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(body)
    return text.includes('\0') ? { reason: notText } : { text }
  } catch {
    return { reason: notText }
  }
}

const notText = 'This object is not text. Download it instead.'
