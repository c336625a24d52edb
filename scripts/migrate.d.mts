export class MigrationRefused extends Error {}
export function migrate(
  databaseUrl: string,
  options?: { log?: (line: string) => void; folder?: string },
): Promise<string[]>
export function headOf(databaseUrl: string): 'sqlite' | 'postgresql'
