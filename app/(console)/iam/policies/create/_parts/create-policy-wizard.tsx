'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { tagProblems } from '@/components/console/tags'
import { useFlash } from '@/components/ui/flashbar'
import { nameProblem, policyName as policyNameRule } from '@/lib/aws/names'
import { editorStep, PolicyWizard } from '../../../_parts/policy-wizard'
import { starterDocument } from '../../../_parts/starter-document'
import { policyHref } from '../../place'
import { createPolicyAsWished, type PolicyWish } from '../create-policy'
import { ReviewStep } from './review-step'

const steps = [
  editorStep('Specify permissions', 'Next: name and review.'),
  { title: 'Review and create', description: 'Look once more before the policy is made.' },
] as const

const emptyWish: PolicyWish = { name: '', description: '', tags: [] }

/** The create-policy flow: the document, then its name. */
export function CreatePolicyWizard() {
  const [wish, setWish] = useState(emptyWish)
  const [nameError, setNameError] = useState<string>()
  const [strictTags, setStrictTags] = useState(false)
  const { flash } = useFlash()
  const router = useRouter()
  const change = (part: Partial<PolicyWish>) => {
    setWish((before) => ({ ...before, ...part }))
    if (part.name !== undefined) setNameError(undefined)
  }
  const save = async (document: string) => {
    const wrong = nameOf(wish)
    setNameError(wrong)
    setStrictTags(true)
    if (wrong || tagProblems(wish.tags).some(Boolean)) return
    const created = await createPolicyAsWished(document, wish)
    if (created.ok) {
      const link = { label: 'View policy', href: policyHref(created.value) }
      flash({ kind: 'success', title: `Policy ${wish.name} created.`, link })
      router.push('/iam/policies')
    } else if (created.refusal.code === 'EntityAlreadyExists') {
      setNameError('There is already a policy with this name.')
    } else {
      return created.refusal
    }
  }
  return (
    <PolicyWizard
      label="Create policy"
      steps={steps}
      start={starterDocument}
      submitLabel="Create policy"
      back="/iam/policies"
      dirty={wish !== emptyWish}
      problem={nameError && 'Please correct the fields that are marked.'}
      save={save}
    >
      {(document, edit) => (
        <ReviewStep
          wish={wish}
          onChange={change}
          nameError={nameError}
          strictTags={strictTags}
          document={document}
          onEdit={edit}
        />
      )}
    </PolicyWizard>
  )
}

function nameOf({ name }: PolicyWish): string | undefined {
  if (name === '') return 'A policy needs a name.'
  return nameProblem(policyNameRule, name) ? 'This is not a valid policy name.' : undefined
}
