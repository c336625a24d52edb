'use client'

import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Radio, RadioGroup } from '@/components/ui/choice'
import { FieldError } from '@/components/ui/form-field'
import { Alert } from '@/components/ui/notice'
import type { ConsoleWish } from '../wish'

type Props = {
  person: ConsoleWish['person']
  onChange: (person: ConsoleWish['person']) => void
  problem?: string
}

/** The console asks this first, because a person is better off without a password of one account. */
export function PersonCard({ person, onChange, problem }: Props) {
  return (
    <Card title="Is this access for a person?">
      <div className="flex flex-col gap-3">
        <RadioGroup legend="Kind of user" hideLegend>
          <Radio
            name="person"
            label={
              <>
                Specify a user in Identity Center - <i>Recommended</i>
              </>
            }
            hint="One sign-in for people in all accounts of an organization, with temporary credentials."
            checked={person === 'identity-center'}
            onChange={() => onChange('identity-center')}
          />
          <Radio
            name="person"
            label="I want to create an IAM user"
            hint="A password of this account alone: for practice, for emergencies, and where nothing else works."
            checked={person === 'iam-user'}
            onChange={() => onChange('iam-user')}
          />
        </RadioGroup>
        {person === 'identity-center' && (
          <Alert
            title="Identity Center is not part of this dojo"
            action={
              <Button size="small" onClick={() => onChange('iam-user')}>
                Create an IAM user
              </Button>
            }
          >
            In a real organization this is the way for people: they sign in once, choose an account and get a role there
            for some hours. Here you practise what stands behind it, so go on with an IAM user.
          </Alert>
        )}
        {problem && <FieldError>{problem}</FieldError>}
      </div>
    </Card>
  )
}
