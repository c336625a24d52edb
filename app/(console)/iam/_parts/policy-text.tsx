'use client'

import { useEffect, useState } from 'react'
import type { DocumentAnswer } from '@/components/console/policy-picker'
import { Loading } from '@/components/ui/spinner'
import { DocumentViews } from './summary/document-views'

type Props = {
  name: string
  /** A server action, bound to what it is to load. */
  load: () => Promise<DocumentAnswer>
}

/** A policy's JSON or summary, asked for when the row opens. */
export function PolicyText({ name, load }: Props) {
  const [answer, setAnswer] = useState<DocumentAnswer>()
  useEffect(() => {
    let isGone = false
    load().then((loaded) => {
      if (!isGone) setAnswer(loaded)
    })
    return () => {
      isGone = true
    }
  }, [load])
  if (!answer) return <Loading>{`Loading ${name}`}</Loading>
  if ('problem' in answer) return answer.problem
  return <DocumentViews text={answer.text} name={name} />
}
