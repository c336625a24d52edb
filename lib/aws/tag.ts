/** A tag in AWS's shape. */
export type Tag = { Key: string; Value: string }
