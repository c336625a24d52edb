'use client'

import { Settings } from 'lucide-react'
import { useState } from 'react'
import { Radio, RadioGroup } from '@/components/ui/choice'
import { useFloat } from '@/components/ui/float'
import { type ColourMode, chooseColourMode, colourModes, currentColourMode } from './colour-mode'

const labels: Record<ColourMode, string> = { light: 'Light', dark: 'Dark', browser: 'As the browser' }

/** Settings of this browser: the colours. */
export function SettingsMenu() {
  const { open, openerProps, floatProps } = useFloat({ align: 'end' })
  return (
    <>
      <button type="button" {...openerProps} className="bar-item" aria-label="Settings">
        <Settings size={18} aria-hidden="true" />
      </button>
      <section {...floatProps} className="float popover" aria-label="Settings">
        {open && <ModeChoice />}
      </section>
    </>
  )
}

function ModeChoice() {
  const [mode, setMode] = useState(currentColourMode)
  const choose = (next: ColourMode) => {
    chooseColourMode(next)
    setMode(next)
  }
  return (
    <RadioGroup legend="Colours">
      {colourModes.map((one) => (
        <Radio key={one} name="mode" label={labels[one]} checked={one === mode} onChange={() => choose(one)} />
      ))}
    </RadioGroup>
  )
}
