'use client'

import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { DocumentViews } from './summary/document-views'

/** The document once more before it is saved. */
export function DocumentCard({ document, onEdit }: { document: string; onEdit: () => void }) {
  return (
    <Card title="Permissions defined in this policy" actions={<Button onClick={onEdit}>Edit</Button>}>
      <DocumentViews text={document} name="this policy" start="summary" />
    </Card>
  )
}
