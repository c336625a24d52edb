'use server'

import { act, actOnEach } from '@/app/act'
import type { ActionResult } from '@/app/action-result'
import { text, texts } from '@/app/arguments'
import { nameInArn } from '@/lib/aws/arn'
import { deletePolicyVersion } from '@/lib/operations/iam/delete-policy-version'
import { deleteRolePermissionsBoundary } from '@/lib/operations/iam/delete-role-permissions-boundary'
import { deleteUserPermissionsBoundary } from '@/lib/operations/iam/delete-user-permissions-boundary'
import { putRolePermissionsBoundary } from '@/lib/operations/iam/put-role-permissions-boundary'
import { putUserPermissionsBoundary } from '@/lib/operations/iam/put-user-permissions-boundary'
import { setDefaultPolicyVersion } from '@/lib/operations/iam/set-default-policy-version'
import { attach, detach, type Entity } from '../entities'

const entityOf = (id: string): Entity => {
  const [type, ...name] = id.split('/')
  return { type: type === 'group' || type === 'role' ? type : 'user', name: name.join('/') }
}

const entities = (number: number) => (number === 1 ? '1 entity' : `${number} entities`)

export async function attachEntities(arn: string, given: readonly string[]): Promise<ActionResult> {
  const ids = texts(given)
  const title = `${nameInArn(text(arn))} attached to ${entities(ids.length)}.`
  return actOnEach(ids, (id) => done(attach(arn, entityOf(id))), { kind: 'success', title })
}

export async function detachEntities(arn: string, given: readonly string[]): Promise<ActionResult> {
  const ids = texts(given)
  const title = `${nameInArn(text(arn))} detached from ${entities(ids.length)}.`
  return actOnEach(ids, (id) => done(detach(arn, entityOf(id))), { kind: 'success', title })
}

export async function setBoundaries(arn: string, given: readonly string[]): Promise<ActionResult> {
  const ids = texts(given)
  const PermissionsBoundary = text(arn)
  const title = `${nameInArn(PermissionsBoundary)} is now the permissions boundary of ${entities(ids.length)}.`
  const set = (id: string) => {
    const { type, name } = entityOf(id)
    return type === 'role'
      ? act(putRolePermissionsBoundary, { RoleName: name, PermissionsBoundary })
      : act(putUserPermissionsBoundary, { UserName: name, PermissionsBoundary })
  }
  return actOnEach(ids, set, { kind: 'success', title })
}

export async function liftBoundaries(given: readonly string[]): Promise<ActionResult> {
  const ids = texts(given)
  const title = `Permissions boundary removed from ${entities(ids.length)}.`
  const lift = (id: string) => {
    const { type, name } = entityOf(id)
    return type === 'role'
      ? act(deleteRolePermissionsBoundary, { RoleName: name })
      : act(deleteUserPermissionsBoundary, { UserName: name })
  }
  return actOnEach(ids, lift, { kind: 'success', title })
}

export async function setDefault(PolicyArn: string, given: readonly string[]): Promise<ActionResult> {
  const [VersionId = ''] = texts(given)
  const flash = { kind: 'success', title: `${VersionId} of ${nameInArn(text(PolicyArn))} is now the default.` } as const
  return act(setDefaultPolicyVersion, { PolicyArn, VersionId }, flash)
}

export async function removeVersion(PolicyArn: string, given: readonly string[]): Promise<ActionResult> {
  const [VersionId = ''] = texts(given)
  const flash = { kind: 'success', title: `${VersionId} of ${nameInArn(text(PolicyArn))} deleted.` } as const
  return act(deletePolicyVersion, { PolicyArn, VersionId }, flash)
}

async function done(call: ReturnType<typeof attach>): Promise<ActionResult> {
  const outcome = await call
  return outcome.ok ? { ok: true } : outcome
}
