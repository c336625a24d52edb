const units = ['B', 'KB', 'MB', 'GB'] as const

/** `1.5 KB`: in steps of 1,024, as S3's console counts. */
export function sizeText(bytes: number): string {
  const step = bytes === 0 ? 0 : Math.min(units.length - 1, Math.floor(Math.log2(bytes) / 10))
  const number = (bytes / 1024 ** step).toLocaleString('en', { maximumFractionDigits: 1 })
  return `${number} ${units[step]}`
}
