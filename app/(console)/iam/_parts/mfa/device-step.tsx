'use client'

import { Card } from '@/components/ui/card'
import { Tiles } from '@/components/ui/choice'
import { Field } from '@/components/ui/form-field'
import { Input } from '@/components/ui/input'
import { mfaDeviceName } from '@/lib/aws/names'

const kinds = [
  {
    value: 'passkey',
    title: 'Passkey or security key',
    text: 'A fingerprint, a face or a key in the port. Not available here.',
    disabled: true,
  },
  {
    value: 'app',
    title: 'Authenticator app',
    text: 'An app on your phone or computer that shows a code every 30 seconds.',
  },
  {
    value: 'token',
    title: 'Hardware TOTP token',
    text: 'A small device that shows codes. Not available here.',
    disabled: true,
  },
]

type Props = { name: string; setName: (name: string) => void; nameError: string | undefined }

export function DeviceStep({ name, setName, nameError }: Props) {
  return (
    <>
      <Card title="MFA device name">
        <Field label="Device name" hint={mfaDeviceName.hint} error={nameError}>
          <Input value={name} autoComplete="off" spellCheck={false} onChange={(event) => setName(event.target.value)} />
        </Field>
      </Card>
      <Card title="MFA device">
        <Tiles legend="Kind of MFA device" name="kind" value="app" onChange={() => {}} tiles={kinds} />
      </Card>
    </>
  )
}
