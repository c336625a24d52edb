import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { serverCertificate, serverCertificateTaken } from '../nouns/server-certificate'
import { path, serverCertificateName } from '../shapes'

export const updateServerCertificate = operation({
  service: 'iam',
  name: 'UpdateServerCertificate',
  summary: 'Rename or move a server certificate.',
  kind: 'write',
  input: z.object({
    ServerCertificateName: serverCertificateName,
    NewServerCertificateName: serverCertificateName.optional(),
    NewPath: path.optional(),
  }),
  on: existing(serverCertificate),
  // AWS: needs the permission on both the source and the target (API reference, UpdateServerCertificate).
  ask: ({ target, found, input, caller }) => {
    const { name, path } = renamed(input, found)
    const goal = serverCertificate.target({ caller, found: null, input: { ServerCertificateName: name, Path: path } })
    const questions = [may('iam:UpdateServerCertificate', target)]
    if (goal.arn === target.arn) return questions
    return [...questions, may('iam:UpdateServerCertificate', { ...goal, tags: target.tags })]
  },
  run: async ({ found, input, store }) => {
    const change = renamed(input, found)
    const holder = await store.serverCertificates.find(change.name)
    if (holder && holder.id !== found.id) throw serverCertificateTaken(change.name)
    await store.serverCertificates.update(found.id, change)
    return {}
  },
})

type Change = { ServerCertificateName: string; NewServerCertificateName?: string; NewPath?: string }

function renamed(input: Change, found: { name: string; path: string } | null) {
  return {
    name: input.NewServerCertificateName ?? found?.name ?? input.ServerCertificateName,
    path: input.NewPath ?? found?.path ?? '/',
  }
}
