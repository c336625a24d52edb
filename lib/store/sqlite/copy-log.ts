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
