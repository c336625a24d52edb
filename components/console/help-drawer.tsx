'use client'

import dynamic from 'next/dynamic'
import { useHelpTopic } from './help-state'

const HelpPanel = dynamic(() => import('./help-panel').then((panel) => panel.HelpPanel), { ssr: false })

/** The place at the right where help opens; its texts are loaded only then. */
export function HelpDrawer() {
  const topic = useHelpTopic()
  return topic ? <HelpPanel topic={topic} /> : null
}
