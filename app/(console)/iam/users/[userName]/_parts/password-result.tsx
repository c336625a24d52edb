'use client'

import { CsvButton } from '@/components/console/csv-button'
import { Button } from '@/components/ui/button'
import { Modal } from '@/components/ui/modal'
import { SecretValue } from '../../../_parts/secret-value'
import type { NewPassword } from '../console-access'

/** The generated password, which nobody can see again. */
export function PasswordResult({ made, onClose }: { made: NewPassword; onClose: () => void }) {
  const { userName, password = '', signInAddress } = made
  return (
    <Modal
      title="Console password"
      onClose={onClose}
      footer={
        <>
          <CsvButton
            fileName={`${userName}_credentials.csv`}
            header={['User name', 'Password', 'Console sign-in URL']}
            rows={[[userName, password, signInAddress]]}
          />
          <Button variant="primary" onClick={onClose}>
            Close
          </Button>
        </>
      }
    >
      <p className="pb-3">This is the only time that you can see this password.</p>
      <SecretValue label="Console password" what="password" secret={password} />
    </Modal>
  )
}
