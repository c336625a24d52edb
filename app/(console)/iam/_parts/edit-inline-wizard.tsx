'use client'

import { useRouter } from 'next/navigation'
import type { Refusal } from '@/app/refusal'
import { useFlash } from '@/components/ui/flashbar'
import { DocumentCard } from './document-card'
import { editorStep, PolicyWizard } from './policy-wizard'

export type EditInlineProps = {
  /** `user ann` */
  owner: string
  name: string
  /** The document as it is. */
  start: string
  /** Characters over all inline policies of the owner. */
  maxCharacters: number
  back: string
  /** A server action. */
  save: (document: string) => Promise<Refusal | undefined>
}

/** An inline policy has no versions: what is saved takes the place of what was there. */
export function EditInlineWizard({ owner, name, start, maxCharacters, back, save }: EditInlineProps) {
  const { flash } = useFlash()
  const router = useRouter()
  const submit = async (document: string) => {
    const refusal = await save(document)
    if (refusal) return refusal
    flash({ kind: 'success', title: `Policy ${name} of ${owner} saved.`, text: 'It holds at once.' })
    router.push(back)
  }
  return (
    <PolicyWizard
      label={`Edit ${name}`}
      steps={[
        editorStep(
          `Modify permissions in ${name}`,
          'Next: review and save. An inline policy keeps no earlier versions.',
        ),
        { title: 'Review and save', description: `What is saved holds at once for the ${owner}.` },
      ]}
      start={start}
      maxCharacters={maxCharacters}
      submitLabel="Save changes"
      back={back}
      save={submit}
    >
      {(document, edit) => <DocumentCard document={document} onEdit={edit} />}
    </PolicyWizard>
  )
}
