'use client'

import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { JsonView } from '@/components/ui/json-view'

/** The document once more before it is saved. */
export function DocumentCard({ document, onEdit }: { document: string; onEdit: () => void }) {
  return (
    <Card title="Permissions defined in this policy" actions={<Button onClick={onEdit}>Edit</Button>} flush>
      <JsonView text={document} label="Policy document" maxHeight={360} />
    </Card>
  )
}
