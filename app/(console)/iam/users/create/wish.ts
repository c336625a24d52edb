import type { Tag } from '@/lib/aws/tag'

/** All that the create-user wizard asks for. */
export type UserWish = {
  userName: string
  console: ConsoleWish | null
  permissions: 'groups' | 'copy' | 'policies'
  groups: readonly string[]
  copyFrom: string | null
  policies: readonly string[]
  boundary: string | null
  tags: readonly Tag[]
}

export type ConsoleWish = {
  /** Whom the access is for: Identity Center is asked about, but it is not part of this console. */
  person: 'identity-center' | 'iam-user'
  password: 'generated' | 'custom'
  custom: string
  mustChange: boolean
}

export const emptyWish: UserWish = {
  userName: '',
  console: null,
  permissions: 'groups',
  groups: [],
  copyFrom: null,
  policies: [],
  boundary: null,
  tags: [],
}
