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
  why: {
    title: 'Why was I denied?',
    body: (
      <>
        <p>
          Every call passes a row of locks. A single statement that denies shuts the first one, whatever else allows.
          Then each kind of policy that is set must be open: your own policies, a permissions boundary, a session
          policy.
        </p>
        <h3>What you see here</h3>
        <p>
          The locks and their verdict are told to everybody. A policy’s text is shown only to those who may read it:
          this page asks the same call that would show it elsewhere.
        </p>
        <h3>Asked again</h3>
        <p>The call is asked once more each time the page is drawn, with what is true now. Nothing is changed by it.</p>
      </>
    ),
  },
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
  'last-accessed': {
    title: 'Last accessed',
    body: (
      <>
        <p>
          Policies often allow more than anybody needs. This report lists every service that they allow and when it was
          last used, so that you can take away what nobody misses.
        </p>
        <h3>What counts</h3>
        <p>
          An attempt counts even if it was refused. Of IAM, S3 and a few others the single actions are listed too: open
          the row. Reading and writing objects is not tracked.
        </p>
      </>
    ),
  },
  'account-settings': {
    title: 'Account settings',
    body: <p>What holds for the account as a whole: today the rules for the passwords of its users.</p>,
  },
  'password-policy': {
    title: 'Password policy',
    body: (
      <>
        <p>
          An account without a policy of its own uses the IAM default. A custom policy takes its place as a whole: what
          you leave out is not asked for.
        </p>
        <p>
          Length and characters count when somebody chooses the next password. Expiration counts at once: a password
          that is too old must be changed at the next sign-in.
        </p>
        <h3>Changing one’s own password</h3>
        <p>The switch lets every user change the own password without a policy. An explicit Deny still stops it.</p>
      </>
    ),
  },
  'own-credentials': {
    title: 'My security credentials',
    body: (
      <>
        <p>
          A password opens the console, an access key signs API calls. You see your own here, without the list of users.
        </p>
        <p>
          Even for your own you need permission. A policy for all users can name each one’s own with the variable{' '}
          <code>{'${aws:username}'}</code> in its Resource.
        </p>
      </>
    ),
  },
  search: {
    title: 'Search IAM',
    body: (
      <>
        <p>Finds users, groups and policies by their names, and tasks by their words.</p>
        <p>An access key is found only by its whole ID, and leads to the user who has it.</p>
      </>
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
  objects: {
    title: 'Objects',
    body: (
      <>
        <p>
          An object is a file under a key. Folders are only a way to show keys: everything that begins with the same
          text up to a slash.
        </p>
        <h3>Two ARNs</h3>
        <p>
          To list is a permission on the bucket, <code>arn:aws:s3:::name</code>. To read, write and delete are
          permissions on what is in it, <code>arn:aws:s3:::name/*</code>.
        </p>
      </>
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
