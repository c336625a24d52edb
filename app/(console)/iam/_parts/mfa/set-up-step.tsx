'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { SecretValue } from '../secret-value'
import type { NewDevice } from './actions'
import { CodeFields, type Codes } from './code-fields'

type Props = {
  device: NewDevice
  codes: Codes
  setCodes: (codes: Codes) => void
  codeProblem: Codes
}

export function SetUpStep({ device, codes, setCodes, codeProblem }: Props) {
  return (
    <>
      <Card
        title="Add the account to your app"
        description="Open the app, choose to add an account, and scan the QR code. Or type the secret key."
      >
        <div className="flex flex-col gap-4">
          <Picture picture={device.picture} />
          <SecretValue label="Secret key" what="secret key" secret={device.secretKey} />
        </div>
      </Card>
      <Card
        title="Enter two codes in a row"
        description="They prove that the app has the key and that its clock is right."
      >
        <div className="flex flex-col gap-4">
          <CodeFields codes={codes} problem={codeProblem} onChange={setCodes} />
        </div>
      </Card>
    </>
  )
}

/** Hidden at first: whoever looks over the shoulder has the key for good. */
function Picture({ picture }: { picture: string }) {
  const [shown, show] = useState(false)
  if (!shown) {
    return (
      <div>
        <Button onClick={() => show(true)}>Show QR code</Button>
      </div>
    )
  }
  return (
    <div className="flex flex-col items-start gap-2">
      {/* biome-ignore lint/performance/noImgElement: made for this page and never fetched again */}
      <img src={picture} alt="QR code with the secret key" />
      <Button onClick={() => show(false)}>Hide QR code</Button>
    </div>
  )
}
