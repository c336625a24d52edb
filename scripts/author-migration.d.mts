export function diffToModels(databaseUrl: string): Promise<string>
