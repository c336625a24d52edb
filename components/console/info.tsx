'use client'

import { openHelp } from './help-state'

/** The small `Info` link after a heading: opens the help drawer at a topic of help-topics.tsx. */
export function Info({ topic, about }: { topic: string; about?: string }) {
  return (
    <button type="button" className="info-link" onClick={() => openHelp(topic)}>
      Info{about && <span className="sr-only"> about {about}</span>}
    </button>
  )
}
