import 'server-only'

/**
 * `iam:PermissionsBoundary` of an operation that changes what a user or role may do: the boundary that the entity has now.
 * AWS: missing where it has none (service authorization reference, condition keys of IAM).
 */
export function boundaryContext(entity: { boundaryArn: string | null } | null) {
  return { 'iam:PermissionsBoundary': entity?.boundaryArn ?? undefined }
}
