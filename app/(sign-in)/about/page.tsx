import type { Metadata } from 'next'

export const metadata: Metadata = { title: 'About' }

export default function AboutPage() {
  return (
    <>
      <h1>A room to practise in</h1>
      <p>
        IAM Dojo behaves like the identity console of a large cloud: users, groups, policies and refusals. Accounts
        exist only on this server, and nothing that happens here reaches a real cloud.
      </p>
      <p className="mt-4 text-text-2">
        It is open source under the MIT licence and not affiliated with, endorsed by or connected to Amazon Web
        Services. Do not keep real secrets in it.
      </p>
      <nav className="sign-in-links">
        <a href="/signin">Go to the sign-in page</a>
      </nav>
    </>
  )
}
