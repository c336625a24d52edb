import { FileX } from 'lucide-react'
import { Refused } from '@/app/_parts/refused'
import type { Outcome } from '@/app/door'
import type { Crumb } from '@/components/console/breadcrumbs'
import { Page } from '@/components/console/page'
import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'
import { Empty } from '@/components/ui/empty'
import { type EditInlineProps, EditInlineWizard } from './edit-inline-wizard'

type Props = Omit<EditInlineProps, 'start'> & { crumbs: Crumb[]; policy: Outcome<{ PolicyDocument: string }> }

/** The page that edits an inline policy, whoever owns it. */
export function EditInlinePage({ crumbs, policy, ...wizard }: Props) {
  if (policy.ok) {
    return (
      <Page crumbs={crumbs}>
        <EditInlineWizard {...wizard} start={policy.value.PolicyDocument} />
      </Page>
    )
  }
  const { refusal } = policy
  return (
    <Page crumbs={crumbs} title={`Modify permissions in ${wizard.name}`}>
      {refusal.code === 'NoSuchEntity' ? (
        <Empty icon={FileX} title="No such policy" action={<ButtonLink href={wizard.back}>Back</ButtonLink>}>
          {refusal.message}
        </Empty>
      ) : (
        <Card title="Policy editor">
          <Refused refusal={refusal} />
        </Card>
      )}
    </Page>
  )
}
