import { FileX } from 'lucide-react'
import type { Metadata } from 'next'
import { Refused } from '@/app/_parts/refused'
import { ask } from '@/app/door'
import { Page } from '@/components/console/page'
import { policyTypeNames } from '@/components/console/policy-types'
import type { SearchParams } from '@/components/console/table-state'
import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'
import { Copyable } from '@/components/ui/copy-button'
import { Empty } from '@/components/ui/empty'
import { KeyValues, Nothing } from '@/components/ui/key-values'
import { Tabs } from '@/components/ui/tabs'
import { Arn } from '@/components/ui/text'
import { fullTime } from '@/components/ui/time'
import { nameInArn } from '@/lib/aws/arn'
import type { OutputOf } from '@/lib/operations/define'
import { getPolicy } from '@/lib/operations/iam/get-policy'
import { policyType } from '../../_parts/policy-type'
import { policyCrumbs } from '../place'
import { DeletePolicyButton } from './_parts/delete-policy-button'
import { EntitiesTab } from './_parts/entities-tab'
import { PermissionsTab } from './_parts/permissions-tab'
import { TagsTab } from './_parts/tags-tab'
import { VersionsTab } from './_parts/versions-tab'
import { versionsCall } from './calls'

type Props = { params: Promise<{ policyArn: string }>; searchParams: Promise<SearchParams> }

const tabs = [
  { id: 'permissions', label: 'Permissions', Content: PermissionsTab },
  { id: 'entities', label: 'Entities attached', Content: EntitiesTab },
  { id: 'tags', label: 'Tags', Content: TagsTab },
  { id: 'versions', label: 'Policy versions', Content: VersionsTab },
] as const

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: nameInArn(decodeURIComponent((await params).policyArn)) }
}

export default async function PolicyPage({ params, searchParams }: Props) {
  const arn = decodeURIComponent((await params).policyArn)
  const isOwn = policyType(arn) === 'customer'
  const query = await searchParams
  // AWS's own policies have neither tags nor versions that anybody could change.
  const shown = tabs.filter(({ id }) => isOwn || id !== 'tags')
  const { id, Content } = shown.find((tab) => tab.id === query.section) ?? tabs[0]
  const policy = await ask(getPolicy, { PolicyArn: arn })
  if (!policy.ok && policy.refusal.code !== 'AccessDenied') {
    return (
      <Page crumbs={policyCrumbs(arn)} title={nameInArn(arn)}>
        <Empty
          icon={FileX}
          title="No such policy"
          action={<ButtonLink href="/iam/policies">Back to policies</ButtonLink>}
        >
          {policy.refusal.message}
        </Empty>
      </Page>
    )
  }
  const versions = await versionsCall(arn)
  const counts: Partial<Record<string, number>> = versions.ok ? { versions: versions.value.Versions.length } : {}
  return (
    <Page
      crumbs={policyCrumbs(arn)}
      title={nameInArn(arn)}
      help="policies"
      actions={isOwn && <DeletePolicyButton arn={arn} />}
    >
      <Card title="Summary">
        {policy.ok ? <Summary policy={policy.value.Policy} /> : <Refused refusal={policy.refusal} />}
      </Card>
      <Tabs
        label="Policy"
        current={id}
        tabs={shown.map((tab) => ({ id: tab.id, label: tab.label, count: counts[tab.id], href: `?section=${tab.id}` }))}
      />
      <Content arn={arn} slim={!policy.ok} params={query} />
    </Page>
  )
}

function Summary({ policy }: { policy: OutputOf<typeof getPolicy>['Policy'] }) {
  return (
    <KeyValues
      columns={[
        [
          {
            key: 'ARN',
            value: (
              <Copyable text={policy.Arn} what="ARN">
                <Arn>{policy.Arn}</Arn>
              </Copyable>
            ),
          },
          { key: 'Description', value: ('Description' in policy && policy.Description) || <Nothing /> },
        ],
        [
          { key: 'Type', value: policyTypeNames[policyType(policy.Arn)] },
          { key: 'Attached entities', value: String(policy.AttachmentCount) },
        ],
        [
          { key: 'Creation time', value: fullTime(policy.CreateDate) },
          { key: 'Edited time', value: fullTime(policy.UpdateDate) },
        ],
      ]}
    />
  )
}
