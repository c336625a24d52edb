/** What the console calls the kinds of policies. */
export const policyTypeNames = {
  aws: 'AWS managed',
  job: 'AWS managed - job function',
  customer: 'Customer managed',
} as const

export type PolicyType = keyof typeof policyTypeNames
