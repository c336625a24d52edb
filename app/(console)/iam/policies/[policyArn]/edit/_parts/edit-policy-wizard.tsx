'use client'

import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import type { Refusal } from '@/app/refusal'
import { Card } from '@/components/ui/card'
import { Checkbox } from '@/components/ui/choice'
import { useFlash } from '@/components/ui/flashbar'
import { nameInArn } from '@/lib/aws/arn'
import { DocumentCard } from '../../../../_parts/document-card'
import { editorStep, PolicyWizard } from '../../../../_parts/policy-wizard'
import { policyHref } from '../../../place'
import { saveVersion, versionInTheWay } from '../save-version'

const ConfirmModal = dynamic(() => import('@/components/ui/confirm-modal').then((module) => module.ConfirmModal), {
  ssr: false,
})

type Props = { arn: string; start: string; version: string }

/** To edit a policy is to save another version of it. */
export function EditPolicyWizard({ arn, start, version }: Props) {
  const [setAsDefault, setSetAsDefault] = useState(true)
  const { asking, agree, answer } = useAgreement()
  const { flash } = useFlash()
  const router = useRouter()
  const name = nameInArn(arn)
  const save = async (document: string): Promise<Refusal | undefined> => {
    const drop = await versionInTheWay(arn)
    if (drop !== null && !(await agree(drop))) return
    const saved = await saveVersion(arn, { document, setAsDefault, drop })
    if (!saved.ok) return saved.refusal
    const text = setAsDefault ? 'It is the default now.' : `${version} is still the default.`
    flash({ kind: 'success', title: `${saved.value} of ${name} saved.`, text })
    router.push(`${policyHref(arn)}?section=${setAsDefault ? 'permissions' : 'versions'}`)
  }
  return (
    <>
      <PolicyWizard
        label={`Edit ${name}`}
        steps={[
          editorStep(`Modify permissions in ${name}`, 'Next: review and save as a new version.'),
          { title: 'Review and save', description: `${version} is in force until the new version is the default.` },
        ]}
        start={start}
        submitLabel="Save changes"
        back={policyHref(arn)}
        save={save}
      >
        {(document, edit) => (
          <>
            <Card title="Version">
              <Checkbox
                label="Set this new version as the default"
                hint="It then holds at once for everybody who has the policy."
                checked={setAsDefault}
                onChange={(event) => setSetAsDefault(event.target.checked)}
              />
            </Card>
            <DocumentCard document={document} onEdit={edit} />
          </>
        )}
      </PolicyWizard>
      {asking && (
        <ConfirmModal
          title={`Delete ${asking} to make room?`}
          action="Delete and save"
          onConfirm={() => answer(true)}
          onClose={() => answer(false)}
        >
          A policy can have five versions, and {name} has five. {asking} is the oldest that is not the default: it is
          deleted first.
        </ConfirmModal>
      )}
    </>
  )
}

/** A question in the middle of a save, answered by a dialog. */
function useAgreement() {
  const [asking, setAsking] = useState<string>()
  const resolve = useRef<(agreed: boolean) => void>(undefined)
  const agree = (about: string) =>
    new Promise<boolean>((done) => {
      resolve.current = done
      setAsking(about)
    })
  const answer = (agreed: boolean) => {
    setAsking(undefined)
    resolve.current?.(agreed)
  }
  return { asking, agree, answer }
}
