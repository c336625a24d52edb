'use client'

import { TagEditor } from '@/components/console/tag-editor'
import { Card } from '@/components/ui/card'
import { Field } from '@/components/ui/form-field'
import { Input, Textarea } from '@/components/ui/input'
import { policyDescription, policyName as policyNameRule } from '@/lib/aws/names'
import { DocumentCard } from '../../../_parts/document-card'
import type { PolicyWish } from '../create-policy'

type Props = {
  wish: PolicyWish
  onChange: (part: Partial<PolicyWish>) => void
  nameError?: string
  strictTags: boolean
  document: string
  onEdit: () => void
}

export function ReviewStep({ wish, onChange, nameError, strictTags, document, onEdit }: Props) {
  return (
    <>
      <Card title="Policy details" description="Neither name nor description can be changed later.">
        <div className="flex flex-col gap-4">
          <Field label="Policy name" required hint={policyNameRule.hint} error={nameError}>
            <Input
              name="PolicyName"
              value={wish.name}
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => onChange({ name: event.target.value })}
            />
          </Field>
          <Field label="Description" optional hint={policyDescription.hint}>
            <Textarea
              name="Description"
              value={wish.description}
              rows={3}
              maxLength={policyDescription.max}
              onChange={(event) => onChange({ description: event.target.value })}
            />
          </Field>
        </div>
      </Card>
      <DocumentCard document={document} onEdit={onEdit} />
      <Card title="Tags" description="Optional: tags help to find a policy again, and policies may ask about them.">
        <TagEditor tags={wish.tags} onChange={(tags) => onChange({ tags })} strict={strictTags} />
      </Card>
    </>
  )
}
