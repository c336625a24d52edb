'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Refusal } from '@/app/refusal'
import { Card } from '@/components/ui/card'
import { useFlash } from '@/components/ui/flashbar'
import { Field } from '@/components/ui/form-field'
import { Input } from '@/components/ui/input'
import { nameProblem, policyName as policyNameRule } from '@/lib/aws/names'
import { DocumentCard } from './document-card'
import { editorStep, PolicyWizard } from './policy-wizard'
import { starterDocument } from './starter-document'

/** What came of saving: `taken` where there is one of this name already. */
export type InlineSaved = { ok: true } | { ok: false; taken: true } | { ok: false; taken: false; refusal: Refusal }

type Props = {
  /** `user ann` */
  owner: string
  /** Characters over all inline policies of the owner. */
  maxCharacters: number
  back: string
  /** A server action. */
  put: (name: string, document: string) => Promise<InlineSaved>
}

/** A policy that belongs to one user or group alone: the document, then only a name. */
export function InlinePolicyWizard({ owner, maxCharacters, back, put }: Props) {
  const [name, setName] = useState('')
  const [problem, setProblem] = useState<string>()
  const { flash } = useFlash()
  const router = useRouter()
  const save = async (document: string) => {
    const wrong = problemOf(name)
    setProblem(wrong)
    if (wrong) return
    const saved = await put(name, document)
    if (saved.ok) {
      flash({ kind: 'success', title: `Policy ${name} created for ${owner}.` })
      router.push(back)
    } else if (saved.taken) {
      setProblem('There is already an inline policy with this name.')
    } else {
      return saved.refusal
    }
  }
  return (
    <PolicyWizard
      label="Create inline policy"
      steps={[
        editorStep('Specify permissions', `Next: name and review. An inline policy lives and dies with the ${owner}.`),
        { title: 'Review and create', description: 'Look once more before the policy is made.' },
      ]}
      start={starterDocument}
      maxCharacters={maxCharacters}
      submitLabel="Create policy"
      back={back}
      dirty={name !== ''}
      problem={problem && 'Please correct the fields that are marked.'}
      save={save}
    >
      {(document, edit) => (
        <>
          <Card title="Policy details">
            <Field label="Policy name" required hint={policyNameRule.hint} error={problem}>
              <Input
                name="PolicyName"
                value={name}
                autoComplete="off"
                spellCheck={false}
                onChange={(event) => {
                  setName(event.target.value)
                  setProblem(undefined)
                }}
              />
            </Field>
          </Card>
          <DocumentCard document={document} onEdit={edit} />
        </>
      )}
    </PolicyWizard>
  )
}

function problemOf(name: string): string | undefined {
  if (name === '') return 'A policy needs a name.'
  return nameProblem(policyNameRule, name) ? 'This is not a valid policy name.' : undefined
}
