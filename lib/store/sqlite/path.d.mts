export function sqlitePath(databaseUrl: string): string
