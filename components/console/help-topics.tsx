import type { ReactNode } from 'react'

export type HelpTopic = { title: string; body: ReactNode }

const general: HelpTopic = {
  title: 'IAM Dojo',
  body: (
    <>
      <p>
        This is a practice account. Create users, write policies and get refused as often as you like: nothing here can
        break, bill or leak anything.
      </p>
      <h3>When you are refused</h3>
      <p>
        The red box says who asked, for which action, on which resource, and which policy was in the way. Send these
        lines to whoever administers the account, or work out yourself what is missing.
      </p>
    </>
  ),
}

/** Every text of the help drawer, by the name that `Info` gives. */
export const helpTopics: { general: HelpTopic } & Record<string, HelpTopic> = {
  general,
  dashboard: {
    title: 'Dashboard',
    body: (
      <>
        <p>The dashboard counts what the account holds and says what should be made safer first.</p>
        <p>Each number is its own call. A person who may not ask sees the refusal in place of the number.</p>
      </>
    ),
  },
  users: {
    title: 'Users',
    body: (
      <>
        <p>
          A user is a person or a program with long-term credentials: a password for the console, access keys for the
          API, or both.
        </p>
        <p>A new user may do nothing. Permissions come from policies, attached to the user or to its groups.</p>
        <h3>Good habits</h3>
        <ul>
          <li>One user per person; never share a password.</li>
          <li>Give permissions to groups, and put people into groups.</li>
          <li>Remove keys and passwords that nobody uses.</li>
        </ul>
      </>
    ),
  },
  'create-user': {
    title: 'Create a user',
    body: (
      <>
        <p>
          The name can hold up to 64 letters, digits and + = , . @ _ - and must be new in this account, whatever its
          case.
        </p>
        <p>
          Console access gives the user a password. With “must create a new password” the first sign-in asks for
          another, so that only the user knows it.
        </p>
      </>
    ),
  },
  'set-permissions': {
    title: 'Set permissions',
    body: (
      <>
        <p>Three ways: add the user to groups, copy what another user has, or attach policies to this user alone.</p>
        <p>
          A permissions boundary gives nothing. It is a fence: only what a policy allows and the boundary allows, too,
          is allowed.
        </p>
      </>
    ),
  },
  groups: {
    title: 'User groups',
    body: (
      <p>
        A group holds users and policies. Every member has what the group’s policies allow. Groups cannot hold groups.
      </p>
    ),
  },
  policies: {
    title: 'Policies',
    body: (
      <>
        <p>
          A policy is a JSON document that allows or denies actions on resources. It does nothing until it is attached
          to a user, a group or a role.
        </p>
        <p>Nothing is allowed unless a policy says Allow, and one Deny outweighs every Allow.</p>
      </>
    ),
  },
  'policy-editor': {
    title: 'Policy editor',
    body: (
      <>
        <p>
          Write the policy as JSON. Findings appear below while you type: errors must go, warnings and suggestions are
          advice.
        </p>
        <p>A managed policy may hold 6,144 characters, white space not counted.</p>
      </>
    ),
  },
  'permissions-boundary': {
    title: 'Permissions boundary',
    body: <p>A boundary is the most that a user’s policies can ever allow. It gives no permission by itself.</p>,
  },
  tags: {
    title: 'Tags',
    body: (
      <p>
        A tag is a key with an optional value, up to 50 on one resource. Policies can ask for tags in their conditions.
      </p>
    ),
  },
  'security-credentials': {
    title: 'Security credentials',
    body: (
      <p>A password opens the console, an access key signs API calls. A secret key is shown once, when it is made.</p>
    ),
  },
  buckets: {
    title: 'Buckets',
    body: (
      <p>
        A bucket holds objects: files under a key. To list a bucket and to read what is in it are two different
        permissions.
      </p>
    ),
  },
  events: {
    title: 'Event history',
    body: (
      <p>
        Every call in this account with its caller, time and outcome. Refused calls are here, too: look for an error
        code.
      </p>
    ),
  },
}
