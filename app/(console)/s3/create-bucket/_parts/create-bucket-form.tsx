'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, type RefObject, useRef, useState, useTransition } from 'react'
import type { Refusal } from '@/app/refusal'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'
import { useFlash } from '@/components/ui/flashbar'
import { Field } from '@/components/ui/form-field'
import { Input, Select } from '@/components/ui/input'
import { bucketName as bucketNameRule, nameProblem } from '@/lib/aws/names'
import { S3Refused } from '../../_parts/s3-refused'
import { makeBucket } from '../actions'

/** Region and name; objects here are always private to the account. */
export function CreateBucketForm({ regions }: { regions: readonly string[] }) {
  const [name, setName] = useState('')
  const [region, setRegion] = useState('us-east-1')
  const [problem, setProblem] = useState<string>()
  const [refusal, setRefusal] = useState<Refusal>()
  const field = useRef<HTMLInputElement>(null)
  const [busy, startTransition] = useTransition()
  const { flash } = useFlash()
  const router = useRouter()
  const complain = (words: string) => {
    setProblem(words)
    field.current?.focus()
  }
  const create = (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    setRefusal(undefined)
    const wrong = problemOf(name)
    if (wrong) return complain(wrong)
    startTransition(async () => {
      const made = await makeBucket(name, region)
      if (made.ok) {
        if (made.flash) flash(made.flash)
        router.push('/s3')
        return
      }
      const words = aboutName[made.refusal.code]
      if (words) complain(words)
      else setRefusal(made.refusal)
    })
  }
  return (
    <form noValidate onSubmit={create} className="flex flex-col gap-4" aria-label="Create bucket">
      <GeneralConfiguration
        regions={regions}
        region={region}
        onRegion={setRegion}
        name={name}
        onName={(words) => {
          setName(words)
          setProblem(undefined)
        }}
        problem={problem}
        field={field}
      />
      {refusal && <S3Refused refusal={refusal} wish="create buckets" announce />}
      <div className="actions justify-end">
        <ButtonLink variant="plain" href="/s3">
          Cancel
        </ButtonLink>
        <Button type="submit" variant="primary" loading={busy}>
          Create bucket
        </Button>
      </div>
    </form>
  )
}

type GeneralProps = {
  regions: readonly string[]
  region: string
  onRegion: (region: string) => void
  name: string
  onName: (name: string) => void
  problem?: string
  field: RefObject<HTMLInputElement | null>
}

function GeneralConfiguration({ regions, region, onRegion, name, onName, problem, field }: GeneralProps) {
  return (
    <Card title="General configuration">
      <div className="flex flex-col gap-4">
        <Field label="AWS Region" description="Where the bucket is said to be. Policies may ask about it.">
          <Select
            name="Region"
            value={region}
            options={regions.map((value) => ({ value, label: value }))}
            onChange={(event) => onRegion(event.target.value)}
          />
        </Field>
        <Field label="Bucket name" required hint={bucketNameRule.hint} error={problem}>
          <Input
            ref={field}
            name="Bucket"
            value={name}
            autoFocus
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => onName(event.target.value)}
          />
        </Field>
      </div>
    </Card>
  )
}

const aboutName: Readonly<Record<string, string>> = {
  BucketAlreadyOwnedByYou: 'You already have a bucket with this name.',
  BucketAlreadyExists: 'There is already a bucket with this name.',
  InvalidBucketName: 'This is not a valid bucket name.',
}

function problemOf(name: string): string | undefined {
  if (name === '') return 'A bucket needs a name.'
  return nameProblem(bucketNameRule, name) ? 'This is not a valid bucket name.' : undefined
}
