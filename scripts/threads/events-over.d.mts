export function writeForOthers(write: (events: object[]) => Promise<void>): void
export function writeElsewhere(): (events: object[]) => Promise<void>
