import type { ReactNode } from 'react'
import { TitleRow } from '@/components/ui/card'
import { Breadcrumbs, type Crumb } from './breadcrumbs'
import { Info } from './info'

export type PageProps = {
  /** From the console's name down to this page; the last has no link. */
  crumbs: readonly Crumb[]
  /** The H1. Leave it out where a table or a wizard brings its own. */
  title?: ReactNode
  counter?: number | string
  /** A topic of the help drawer: draws `Info` after the title. */
  help?: string
  description?: ReactNode
  actions?: ReactNode
  children: ReactNode
}

/** The frame of every console page: path, title row, then regions 16 apart. Stands inside `Shell`. */
export function Page({ crumbs, title, counter, help, description, actions, children }: PageProps) {
  return (
    <>
      <Breadcrumbs crumbs={crumbs} />
      <div className="page">
        {title && (
          <div className="page-head">
            <div>
              <TitleRow level={1} title={title} counter={counter} info={help && <Info topic={help} />} />
              {description && <p className="lead">{description}</p>}
            </div>
            {actions && <div className="actions">{actions}</div>}
          </div>
        )}
        <div className="page-content">{children}</div>
      </div>
    </>
  )
}
