/** Things to do and places to go that the search knows by their words. */
const tasks = [
  { label: 'Create user', words: 'add new person', href: '/iam/users/create' },
  { label: 'Delete users', words: 'remove person', href: '/iam/users' },
  { label: 'Create user group', words: 'add new team', href: '/iam/groups/create' },
  { label: 'Add users to a group', words: 'member join', href: '/iam/groups' },
  { label: 'Create policy', words: 'add new json permissions', href: '/iam/policies/create' },
  { label: 'Attach a policy', words: 'permissions grant allow', href: '/iam/policies' },
  {
    label: 'Edit password policy',
    words: 'length strength expiration reuse default',
    href: '/iam/settings/password-policy',
  },
  { label: 'Change your password', words: 'own my security credentials sign-in', href: '/iam/credentials' },
  { label: 'Create access key', words: 'own my secret api cli', href: '/iam/credentials/create-access-key' },
  { label: 'Edit account alias', words: 'sign-in url name delete create', href: '/iam' },
  {
    label: 'See what was refused',
    words: 'denied access errors event history audit log cloudtrail',
    href: '/events?attribute=all',
  },
  { label: 'Users', words: 'list', href: '/iam/users' },
  { label: 'User groups', words: 'list', href: '/iam/groups' },
  { label: 'Policies', words: 'list managed', href: '/iam/policies' },
  { label: 'Account settings', words: 'password policy', href: '/iam/settings' },
  { label: 'My security credentials', words: 'password access keys own', href: '/iam/credentials' },
  { label: 'Dashboard', words: 'home recommendations account id', href: '/iam' },
  { label: 'Event history', words: 'cloudtrail audit log', href: '/events' },
  { label: 'S3 buckets', words: 'objects storage service list', href: '/s3' },
] as const

export type Task = { label: string; href: string }

/** The tasks in which every word of the query begins a word; those whose name says it come first. */
export function tasksFor(query: string): Task[] {
  const wanted = wordsOf(query)
  if (wanted.length === 0) return []
  const fits = (text: string) => wanted.every((word) => wordsOf(text).some((own) => own.startsWith(word)))
  const named = tasks.filter((task) => fits(task.label))
  const described = tasks.filter((task) => !named.includes(task) && fits(`${task.label} ${task.words}`))
  return [...named, ...described].map(({ label, href }) => ({ label, href }))
}

const wordsOf = (text: string) =>
  text
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
