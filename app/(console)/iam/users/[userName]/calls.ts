import 'server-only'
import { cache } from 'react'
import { ask } from '@/app/door'
import { getLoginProfile } from '@/lib/operations/iam/get-login-profile'
import { getUser } from '@/lib/operations/iam/get-user'
import { listAccessKeys } from '@/lib/operations/iam/list-access-keys'
import { listGroupsForUser } from '@/lib/operations/iam/list-groups-for-user'
import { listMfaDevices } from '@/lib/operations/iam/list-mfa-devices'
import { listUserTags } from '@/lib/operations/iam/list-user-tags'

// What several regions of a user's page tell of: asked once while the page is drawn, so that it leaves one event.

export const userCall = cache((UserName: string) => ask(getUser, { UserName }))

export const groupsCall = cache((UserName: string) => ask(listGroupsForUser, { UserName }))

export const loginProfileCall = cache((UserName: string) => ask(getLoginProfile, { UserName }))

export const tagsCall = cache((UserName: string) => ask(listUserTags, { UserName, MaxItems: 100 }))

/** Nobody: the caller's own, which for root are root's. */
export const mfaDevicesCall = cache((UserName: string | undefined) => ask(listMfaDevices, { UserName }))

/** Nobody: the caller's own, which for root are root's. */
export const accessKeysCall = cache((UserName: string | undefined) => ask(listAccessKeys, { UserName }))
