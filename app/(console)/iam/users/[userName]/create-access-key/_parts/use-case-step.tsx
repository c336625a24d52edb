'use client'

import { Card } from '@/components/ui/card'
import { Checkbox, Tiles } from '@/components/ui/choice'
import { Alert } from '@/components/ui/notice'
import type { useAccessKey } from './use-access-key'
import { betterThanKey, type UseCase, useCases } from './use-cases'

/** What the key is for, and what would be better than a key. */
export function UseCaseStep(props: ReturnType<typeof useAccessKey>) {
  const { useCase, chooseUseCase, understood, setUnderstood, error } = props
  const better = betterThanKey(useCase)
  return (
    <Card title="Use case">
      <div className="flex flex-col gap-4">
        <Tiles
          legend="Use case"
          name="use-case"
          value={useCase}
          onChange={(value) => chooseUseCase(value as UseCase)}
          tiles={useCases}
        />
        {better && (
          <>
            <Alert title="Recommended instead">{better}</Alert>
            <Checkbox
              label="I understand the recommendation and want to create an access key."
              checked={understood}
              aria-invalid={error !== undefined}
              onChange={(event) => setUnderstood(event.target.checked)}
            />
          </>
        )}
      </div>
    </Card>
  )
}
