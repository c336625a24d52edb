import { expect, it } from 'vitest'
import { expectAgreement } from './testing/agree'

it('the engine and the second opinion agree on 10,000 questions', { timeout: 60_000 }, () => {
  const counts = expectAgreement(10_000)
  const share = (count: number) => count / 10_000
  // Agreement on nothing but refusals would prove little.
  expect(share(counts.allowed)).toBeGreaterThan(0.15)
  expect(share(counts.explicitDeny)).toBeGreaterThan(0.15)
  expect(share(counts.implicitDeny)).toBeGreaterThan(0.15)
})
