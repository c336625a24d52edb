import { expect, it } from 'vitest'
import { operationsDocument } from './testing/operations-document'

it('docs/operations.md says what is built', async () => {
  await expect(operationsDocument()).toMatchFileSnapshot('../../docs/operations.md')
})
