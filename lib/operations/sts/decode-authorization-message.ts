import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { wholeAccount } from '../bindings'
import { operation } from '../define'
import { openAuthorizationMessage } from '../nouns/authorization-message'
import { text } from '../shapes'

export const decodeAuthorizationMessage = operation({
  service: 'sts',
  name: 'DecodeAuthorizationMessage',
  summary: 'Read the encoded message of a refusal.',
  kind: 'read',
  input: z.object({ EncodedMessage: text({ min: 1, max: 10_240 }) }),
  on: wholeAccount(),
  ask: ({ target }) => [may('sts:DecodeAuthorizationMessage', target)],
  run: async ({ input, caller }) => ({
    DecodedMessage: openAuthorizationMessage(caller.account, input.EncodedMessage),
  }),
})
