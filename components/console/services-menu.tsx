'use client'

import { LayoutGrid } from 'lucide-react'
import { useFloat } from '@/components/ui/float'
import { Link } from '@/components/ui/link'
import { consoles } from './navigation'

/** Every console of this place, each with one sentence. */
export function ServicesMenu() {
  const { open, openerProps, floatProps, close } = useFloat()
  return (
    <>
      <button type="button" {...openerProps} className="bar-item" aria-label="Services">
        <LayoutGrid size={16} aria-hidden="true" />
        <span className="bar-wide">Services</span>
      </button>
      <nav {...floatProps} className="float bar-panel" aria-label="Services">
        {open &&
          consoles.map((one) => (
            <Link key={one.id} href={one.href} className="bar-service" onClick={close}>
              <b>{one.name}</b>
              <span>{one.summary}</span>
            </Link>
          ))}
      </nav>
    </>
  )
}
