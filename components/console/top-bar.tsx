import { ChevronDown, CircleQuestionMark } from 'lucide-react'
import { Link } from '@/components/ui/link'
import { BarSearch } from './bar-search'
import { HelpToggle } from './help-toggle'
import { IdentityMenu } from './identity-menu'
import { Mark } from './mark'
import { ServicesMenu } from './services-menu'
import { SettingsMenu } from './settings-menu'

/** The dark bar: the same in both modes, and it always says that this is practice. */
export function TopBar({ signOutPath }: { signOutPath: string }) {
  return (
    <header className="top-bar">
      <Link href="/" className="bar-brand">
        <Mark />
        IAM Dojo
      </Link>
      <span className="bar-badge">Practice account</span>
      <span className="bar-rule bar-wide" />
      <ServicesMenu />
      <BarSearch />
      <div className="bar-right">
        <HelpToggle className="bar-item bar-wide" icon={<CircleQuestionMark size={18} aria-hidden="true" />} />
        <SettingsMenu />
        <span className="bar-rule" />
        <span className="bar-item bar-region">
          <span className="sr-only">Region: </span>
          Global
          <ChevronDown size={14} aria-hidden="true" />
        </span>
        <IdentityMenu signOutPath={signOutPath} />
      </div>
    </header>
  )
}
