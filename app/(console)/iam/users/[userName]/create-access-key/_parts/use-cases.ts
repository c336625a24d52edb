/** What a key is wanted for, and what is better than a key there. */
export const useCases = [
  {
    value: 'cli',
    title: 'Command line',
    text: 'You want to call from a terminal.',
    better: 'Sign in from the command line with short-lived credentials: they end by themselves and need no file.',
  },
  {
    value: 'code',
    title: 'Local code',
    text: 'You develop on your own machine.',
    better: 'Let your editor sign you in for each session, so that no secret lies in the project folder.',
  },
  {
    value: 'compute',
    title: 'Application in the cloud',
    text: 'Code that runs on an instance, in a container or as a function.',
    better: 'Give the instance or the function a role: its credentials come and go without you.',
  },
  {
    value: 'third-party',
    title: 'Third-party service',
    text: 'Somebody else works with your account.',
    better: 'Let them assume a role with an external ID. You can close it at any time.',
  },
  {
    value: 'outside',
    title: 'Application outside',
    text: 'Your own servers, somewhere else.',
    better: 'Certificates can be exchanged for short-lived credentials, so that no key has to be kept.',
  },
  { value: 'other', title: 'Other', text: 'None of these.', better: null },
] as const

export type UseCase = (typeof useCases)[number]['value']

/** What is better than a key for this; null where nothing is known. */
export const betterThanKey = (useCase: UseCase) => useCases.find((one) => one.value === useCase)?.better ?? null
