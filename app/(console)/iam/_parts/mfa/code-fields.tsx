'use client'

import { Field } from '@/components/ui/form-field'
import { Input } from '@/components/ui/input'
import { authenticationCode, nameProblem } from '@/lib/aws/names'

/** Two codes, or what is wrong with each; empty for nothing. */
export type Codes = readonly [first: string, second: string]

export const noCodes: Codes = ['', '']

/** What is wrong before anything is sent; null for nothing. */
export function codesProblem([first, second]: Codes): Codes | null {
  const problems = [first, second].map((code) => nameProblem(authenticationCode, code) ?? '')
  if (problems.some((problem) => problem !== '')) return [problems[0] ?? '', problems[1] ?? '']
  return first === second ? ['', 'Wait until the app shows the next code, then enter that one'] : null
}

type Props = { codes: Codes; problem: Codes; onChange: (codes: Codes) => void }

export function CodeFields({ codes: [first, second], problem, onChange }: Props) {
  const digits = (typed: string) => typed.replace(/\s/g, '')
  return (
    <>
      <Field label="MFA code 1" hint="The 6 digits that the app shows now." error={problem[0] || undefined}>
        <Input {...look} value={first} onChange={(event) => onChange([digits(event.target.value), second])} />
      </Field>
      <Field label="MFA code 2" hint="The next 6 digits, up to 30 seconds later." error={problem[1] || undefined}>
        <Input {...look} value={second} onChange={(event) => onChange([first, digits(event.target.value)])} />
      </Field>
    </>
  )
}

const look = { inputMode: 'numeric', autoComplete: 'one-time-code', maxLength: 7 } as const
