import type { ReactNode } from 'react'

/** The other ways in, under the form. */
export function Ways({ children }: { children: ReactNode }) {
  return (
    <>
      <p className="sign-in-or">or</p>
      <nav className="sign-in-links" aria-label="Other ways to sign in">
        {children}
      </nav>
    </>
  )
}
