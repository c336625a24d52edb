import type { ReactNode } from 'react'
import { classNames } from './class-names'

export type CardProps = {
  title?: ReactNode
  /** Drawn as `(24)` after the title; a string is drawn as it is: `1/24`. */
  counter?: number | string
  info?: ReactNode
  description?: ReactNode
  actions?: ReactNode
  /** 2 unless told otherwise. */
  level?: 2 | 3
  /** No padding around the content: for tables and editors. */
  flush?: boolean
  className?: string
  id?: string
  children?: ReactNode
}

/** A bordered sheet with a head. Regions that can be refused are cards: the denial box stands in the body. */
export function Card({ title, counter, info, description, actions, level, flush, className, id, children }: CardProps) {
  const headed = title || actions
  return (
    <section className={classNames('card', className)} id={id}>
      {headed && (
        <div className="card-head">
          <div>
            <TitleRow title={title} counter={counter} info={info} level={level} />
            {description && <p className="lead">{description}</p>}
          </div>
          {actions && <div className="actions">{actions}</div>}
        </div>
      )}
      {children && (flush ? children : <div className="card-body">{children}</div>)}
    </section>
  )
}

type TitleRowProps = { title: ReactNode; counter?: number | string; info?: ReactNode; level?: 1 | 2 | 3 }

/** Heading, counter, Info: one line. */
export function TitleRow({ title, counter, info, level = 2 }: TitleRowProps) {
  const Heading = `h${level}` as const
  return (
    <div className="title-row">
      <Heading>
        {title}
        {counter !== undefined && (
          <span className="counter"> ({typeof counter === 'number' ? counter.toLocaleString('en') : counter})</span>
        )}
      </Heading>
      {info}
    </div>
  )
}
