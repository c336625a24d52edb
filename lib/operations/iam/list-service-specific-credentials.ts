import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { validationError } from '@/lib/aws/errors'
import type { AccountStore } from '@/lib/store/account-store'
import type { ServiceCredential } from '@/lib/store/service-credentials'
import { existing, wholeAccount } from '../bindings'
import { type Binding, operation } from '../define'
import { credentialService } from '../nouns/service-credential'
import { type TaggedUser, userOrCaller } from '../nouns/user'
import { cutPage, more, pageRequest } from '../paging'
import { flag, paging, text, userName } from '../shapes'
import { serviceCredentialShape } from './shapes/service-credential-shape'

const input = z.object({
  UserName: userName.optional(),
  ServiceName: text({}).optional(),
  AllUsers: flag.optional(),
  ...paging,
})

type Input = z.output<typeof input>

export const listServiceSpecificCredentials = operation({
  service: 'iam',
  name: 'ListServiceSpecificCredentials',
  summary: 'List the credentials for single services: of a user, your own, or of all users.',
  kind: 'read',
  input,
  on: oneUserOrAll(),
  ask: ({ target }) => [may('iam:ListServiceSpecificCredentials', target)],
  run: async ({ found, input, store, now }) => {
    // AWS: the two cannot be given together (API reference); the sentence is our own.
    if (input.AllUsers && input.UserName !== undefined) {
      throw validationError('AllUsers cannot be specified together with UserName.')
    }
    if (input.ServiceName !== undefined) credentialService(input.ServiceName)
    const page = await pageOf(store, found, input)
    return {
      ServiceSpecificCredentials: page.rows.map((credential) => serviceCredentialShape(credential, now)),
      ...more(page),
    }
  },
})

/** All users are no resource that a policy could name: the question is asked on `*`. */
function oneUserOrAll(): Binding<Input, TaggedUser | null> {
  const [one, all] = [existing(userOrCaller), wholeAccount()]
  return {
    locate: (subject) => (subject.input.AllUsers ? all.locate(subject) : one.locate(subject)),
    check: (found, subject) => (subject.input.AllUsers ? null : one.check(found, subject)),
  }
}

async function pageOf(store: AccountStore, user: TaggedUser | null, input: Input) {
  const request = pageRequest(input)
  if (!user) return store.serviceCredentials.listOfAll({ serviceName: input.ServiceName, ...request })
  return cutPage(await store.serviceCredentials.list(user.id, input.ServiceName), request, byAge)
}

const byAge = (credential: ServiceCredential) => `${credential.createdAt.toISOString()} ${credential.id}`
