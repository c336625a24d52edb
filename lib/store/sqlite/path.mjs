/** The path inside a `file:` URL, relative to the working folder unless it is absolute. */
export function sqlitePath(databaseUrl) {
  return decodeURIComponent(databaseUrl.replace(/^file:(\/\/(localhost)?(?=\/))?/, '').replace(/[?#].*$/, ''))
}
