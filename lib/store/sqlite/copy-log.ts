import 'server-only'

/** Copies the log into the file on a thread of its own: it waits for the disk, and nobody else should. Never rejects. */
export async function copyLog(path: string): Promise<void> {
  try {
    const { default: SqliteFile } = await import('libsql/promise')
    const file = new SqliteFile(path, {})
    await file.exec('PRAGMA wal_checkpoint(PASSIVE)')
    file.close()
  } catch {
    // One of the next commits does it.
  }
}

/** A small commit adds about ten pages to the log. */
const commitsBetween = 300

/** Takes what a commit gave, and gives it on: has the log copied before a commit would have to do it. */
export function logCopier(path: string): <T>(result: T) => T {
  let commits = 0
  return (result) => {
    commits = (commits + 1) % commitsBetween
    if (commits === 0) void copyLog(path)
    return result
  }
}
