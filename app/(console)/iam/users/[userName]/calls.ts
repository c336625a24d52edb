import 'server-only'
import { cache } from 'react'
import { ask, askView, type Outcome } from '@/app/door'
import { getUser } from '@/lib/operations/iam/get-user'
import { listAccessKeys } from '@/lib/operations/iam/list-access-keys'
import { listGroupsForUser } from '@/lib/operations/iam/list-groups-for-user'
import { listMfaDevices } from '@/lib/operations/iam/list-mfa-devices'
import { listUserTags } from '@/lib/operations/iam/list-user-tags'
import { loginProfileView } from '@/lib/operations/iam/views/login-profile-view'

// What several regions of a user's page tell of: asked once while the page is drawn, so that it leaves one event.

export const userCall = cache((UserName: string) => ask(getUser, { UserName }))

export const groupsCall = cache((UserName: string) => ask(listGroupsForUser, { UserName }))

type Password = { created: Date; changed: Date }

export const loginProfileCall = cache(async (UserName: string): Promise<Outcome<Password>> => {
  const page = await askView(loginProfileView, { UserName })
  if (!page.ok) return page
  const [password] = page.value.rows
  if (!password) throw new Error('A login profile that was told has no row') // the view refuses where there is none
  return { ok: true, value: password.shown }
})

export const tagsCall = cache((UserName: string) => ask(listUserTags, { UserName, MaxItems: 100 }))

/** Nobody: the caller's own, which for root are root's. */
export const mfaDevicesCall = cache((UserName: string | undefined) => ask(listMfaDevices, { UserName }))

/** Nobody: the caller's own, which for root are root's. */
export const accessKeysCall = cache((UserName: string | undefined) => ask(listAccessKeys, { UserName }))
