'use client'

import { Info } from 'lucide-react'
import { closeHelp, openHelp, useHelpTopic } from './help-state'

/** Opens the help drawer at its general topic, or shuts it. */
export function HelpToggle({ className = 'crumb-toggle', icon }: { className?: string; icon?: React.ReactNode }) {
  const open = useHelpTopic() !== null
  return (
    <button
      type="button"
      className={className}
      aria-label="Help"
      aria-expanded={open}
      onClick={() => (open ? closeHelp() : openHelp('general'))}
    >
      {icon ?? <Info size={18} aria-hidden="true" />}
    </button>
  )
}
