import 'server-only'
import { type Deletion, each, map, once, runSteps } from '@/app/deletion'
import { ask } from '@/app/door'
import { nameInArn } from '@/lib/aws/arn'
import { deletePolicy } from '@/lib/operations/iam/delete-policy'
import { deletePolicyVersion } from '@/lib/operations/iam/delete-policy-version'
import { listPolicyVersions } from '@/lib/operations/iam/list-policy-versions'
import { detach, detaching, listEntities } from './entities'

/** Deletes a customer policy as the console does: detached everywhere and down to one version first. */
export function deletePolicyWithAll(PolicyArn: string): Promise<Deletion> {
  return runSteps(nameInArn(PolicyArn), [
    each(
      ({ type }) => detaching[type],
      () => listEntities(PolicyArn, 'PermissionsPolicy'),
      (entity) => detach(PolicyArn, entity),
    ),
    each(
      'DeletePolicyVersion',
      async () =>
        map(await ask(listPolicyVersions, { PolicyArn }), ({ Versions }) =>
          Versions.filter((version) => !version.IsDefaultVersion),
        ),
      ({ VersionId }) => ask(deletePolicyVersion, { PolicyArn, VersionId }),
    ),
    once('DeletePolicy', () => ask(deletePolicy, { PolicyArn })),
  ])
}
