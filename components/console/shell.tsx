import { NuqsAdapter } from 'nuqs/adapters/next/app'
import type { ReactNode } from 'react'
import { HelpDrawer } from './help-drawer'
import { HelpToggle } from './help-toggle'
import type { Identity } from './identity'
import { IdentityProvider } from './identity-context'
import { NavToggle } from './nav-toggle'
import { PageFlashes } from './page-flashes'
import { PageFooter } from './page-footer'
import { type PreferencesByTable, PreferencesProvider } from './preferences-context'
import { SideNavigation } from './side-navigation'
import { TopBar } from './top-bar'

export type ShellProps = {
  identity: Identity
  preferences: PreferencesByTable
  /** The route that a POST without a body signs out. */
  signOutPath?: string
  children: ReactNode
}

/** Everything around a console page. Its layout draws it once; each page inside draws a `Page`. */
export function Shell({ identity, preferences, signOutPath = '/signout', children }: ShellProps) {
  return (
    <IdentityProvider identity={identity}>
      <NuqsAdapter>
        <PreferencesProvider initial={preferences}>
          <div className="shell">
            <a href="#main" className="skip-link">
              Skip to content
            </a>
            <TopBar signOutPath={signOutPath} />
            <div className="crumb-bar">
              <NavToggle />
              <HelpToggle />
            </div>
            <SideNavigation />
            <main id="main" className="main" tabIndex={-1}>
              <PageFlashes />
              {children}
              <PageFooter identity={identity} />
            </main>
            <HelpDrawer />
          </div>
        </PreferencesProvider>
      </NuqsAdapter>
    </IdentityProvider>
  )
}
