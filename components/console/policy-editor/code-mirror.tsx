'use client'

import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { json } from '@codemirror/lang-json'
import { bracketMatching, HighlightStyle, indentOnInput, indentUnit, syntaxHighlighting } from '@codemirror/language'
import { lintKeymap } from '@codemirror/lint'
import { Compartment, EditorState, type Extension } from '@codemirror/state'
import {
  Decoration,
  drawSelection,
  EditorView,
  keymap,
  lineNumbers,
  MatchDecorator,
  ViewPlugin,
} from '@codemirror/view'
import { tags } from '@lezer/highlight'
import { useEffect, useRef } from 'react'
import type { Finding } from '@/lib/policy/types'
import { type ActionSource, actionCompletion } from './complete-action'
import { findingMarks, showFindings } from './marks'

export type Cursor = { line: number; column: number }
/** What the panel around can ask of the editor. */
export type EditorHandle = { goTo: (offset: number) => void }

export type CodeMirrorProps = {
  value: string
  onChange: (value: string) => void
  findings: readonly Finding[]
  label: string
  describedBy?: string
  invalid?: boolean
  readOnly?: boolean
  completeAction?: ActionSource
  onCursor: (cursor: Cursor) => void
  onReady: (handle: EditorHandle) => void
  focusAtOnce: boolean
}

/** CodeMirror in our colours. Loaded only by policy-editor.tsx, and only in a browser. */
export function CodeMirror(props: CodeMirrorProps) {
  const host = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView>(null)
  const latest = useRef(props)
  latest.current = props
  const { value, findings, label, describedBy, invalid, readOnly } = props

  useEffect(() => {
    if (!host.current) return
    const created = new EditorView({ parent: host.current, state: firstState(latest) })
    view.current = created
    latest.current.onReady({ goTo: (offset) => goTo(created, offset) })
    if (latest.current.focusAtOnce) created.focus()
    return () => created.destroy()
  }, [])
  useEffect(() => {
    const { current } = view
    if (!current || current.state.doc.toString() === value) return
    current.dispatch({ changes: { from: 0, to: current.state.doc.length, insert: value } })
  }, [value])
  useEffect(() => {
    const { current } = view
    if (current) current.dispatch(showFindings(current.state, findings))
  }, [findings])
  useEffect(() => {
    view.current?.dispatch({ effects: attributes.reconfigure(named(label, describedBy, invalid, readOnly)) })
  }, [label, describedBy, invalid, readOnly])

  return <div ref={host} className="contents" />
}

const attributes = new Compartment()

function named(label: string, describedBy?: string, invalid?: boolean, readOnly?: boolean): Extension {
  const optional = {
    ...(describedBy && { 'aria-describedby': describedBy }),
    ...(invalid && { 'aria-invalid': 'true' }),
  }
  return [
    EditorView.contentAttributes.of({ tabindex: '0', 'aria-label': label, ...optional }),
    EditorState.readOnly.of(Boolean(readOnly)),
  ]
}

function firstState(latest: { readonly current: CodeMirrorProps }): EditorState {
  const { value, label, describedBy, invalid, readOnly, completeAction } = latest.current
  return EditorState.create({
    doc: value,
    extensions: [
      findingMarks,
      lineNumbers(),
      history(),
      drawSelection(),
      json(),
      indentOnInput(),
      indentUnit.of('  '),
      bracketMatching(),
      closeBrackets(),
      syntaxHighlighting(colours),
      verdicts,
      completeAction ? autocompletion({ override: [actionCompletion(completeAction)] }) : [],
      // Tab is left alone: it must lead out of the editor, too.
      keymap.of([...closeBracketsKeymap, ...completionKeymap, ...lintKeymap, ...historyKeymap, ...defaultKeymap]),
      attributes.of(named(label, describedBy, invalid, readOnly)),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) latest.current.onChange(update.state.doc.toString())
        if (!update.selectionSet && !update.docChanged) return
        const { head } = update.state.selection.main
        const line = update.state.doc.lineAt(head)
        latest.current.onCursor({ line: line.number, column: head - line.from + 1 })
      }),
    ],
  })
}

const colours = HighlightStyle.define([
  { tag: tags.propertyName, class: 'tok-key' },
  { tag: tags.string, class: 'tok-string' },
  { tag: [tags.punctuation, tags.separator, tags.brace, tags.squareBracket], class: 'tok-punct' },
])

const verdictMatcher = new MatchDecorator({
  regexp: /"(Allow|Deny)"(?!\s*:)/g,
  decoration: (match) => Decoration.mark({ class: match[1] === 'Allow' ? 'tok-allow' : 'tok-deny' }),
})

const verdicts = ViewPlugin.define((view) => verdictDecorations(view), { decorations: (plugin) => plugin.decorations })

function verdictDecorations(view: EditorView) {
  return {
    decorations: verdictMatcher.createDeco(view),
    update(update: Parameters<typeof verdictMatcher.updateDeco>[0]) {
      this.decorations = verdictMatcher.updateDeco(update, this.decorations)
    },
  }
}

function goTo(view: EditorView, offset: number) {
  const place = Math.min(offset, view.state.doc.length)
  view.dispatch({ selection: { anchor: place }, effects: EditorView.scrollIntoView(place, { y: 'center' }) })
  view.focus()
}
