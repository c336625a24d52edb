import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { validationError } from '@/lib/aws/errors'
import type { AccountStore } from '@/lib/store/account-store'
import { wholeAccount } from '../bindings'
import { operation } from '../define'
import {
  awsPolicyDetails,
  groupDetails,
  ownPolicyDetails,
  roleDetails,
  usedAwsPolicies,
  userDetails,
} from '../nouns/authorization-details'
import { cutPage, more, type PageRequest, pageRequest } from '../paging'
import { oneOf, paging } from '../shapes'

const kinds = ['User', 'Group', 'Role', 'LocalManagedPolicy', 'AWSManagedPolicy'] as const
type Kind = (typeof kinds)[number]

const input = z.object({ Filter: z.array(oneOf(kinds)).optional(), ...paging })

export const getAccountAuthorizationDetails = operation({
  service: 'iam',
  name: 'GetAccountAuthorizationDetails',
  summary:
    'Describe all users, groups, roles and policies of the account, with everything that permits or limits them.',
  kind: 'read',
  input,
  on: wholeAccount(),
  ask: ({ target }) => [may('iam:GetAccountAuthorizationDetails', target)],
  run: async ({ input, store }) => {
    const { rows, next } = await collect(store, input)
    return {
      UserDetailList: await userDetails(store, rows.User ?? []),
      GroupDetailList: await groupDetails(store, rows.Group ?? []),
      RoleDetailList: await roleDetails(store, rows.Role ?? []),
      Policies: [
        ...(await ownPolicyDetails(store, rows.LocalManagedPolicy ?? [])),
        ...(await awsPolicyDetails(store, rows.AWSManagedPolicy ?? [])),
      ],
      ...more({ next }),
    }
  },
})

const usedAwsPoliciesPage = (store: AccountStore) => async (page: PageRequest) =>
  cutPage(await usedAwsPolicies(store), page, ({ arn }) => arn)

const listings = (store: AccountStore) => ({
  User: store.users.list,
  Group: store.groups.list,
  Role: store.roles.list,
  LocalManagedPolicy: store.policies.list,
  AWSManagedPolicy: usedAwsPoliciesPage(store),
})

type Rows = { [K in Kind]?: Awaited<ReturnType<ReturnType<typeof listings>[K]>>['rows'] }

/** AWS, too, may give fewer things than were asked for. Each brings its documents along. */
const mostThings = 500

/** The next things in the order of their kinds. A marker is a kind and the last name of it, so inserts do not move it. */
async function collect(store: AccountStore, { Filter, ...paging }: z.output<typeof input>) {
  const { after = '', limit } = pageRequest(paging)
  const wanted = kinds.filter((kind) => !Filter?.length || Filter.includes(kind))
  const [from, ...name] = after.split(' ')
  const start = after === '' ? 0 : wanted.indexOf(from as Kind)
  if (start < 0) throw validationError('Invalid Marker.')
  const rows: Rows = {}
  let [left, last] = [Math.min(limit, mostThings), name.join(' ')]
  for (const kind of wanted.slice(start)) {
    if (left === 0) return { rows, next: `${kind} ` }
    const page = await listings(store)[kind]({ after: last === '' ? undefined : last, limit: left })
    Object.assign(rows, { [kind]: page.rows })
    if (page.next !== null) return { rows, next: `${kind} ${page.next}` }
    left -= page.rows.length
    last = ''
  }
  return { rows, next: null }
}
