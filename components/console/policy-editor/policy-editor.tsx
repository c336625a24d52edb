'use client'

import { Plus, WandSparkles } from 'lucide-react'
import { type ComponentType, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { limits } from '@/lib/aws/limits'
import type { Finding } from '@/lib/policy/types'
import { documentSize } from '@/lib/policy/validate/size'
import type { CodeMirrorProps, Cursor, EditorHandle } from './code-mirror'
import type { ActionSource } from './complete-action'
import { FindingsPanel, type FindingsPanelProps, tabIcons } from './findings-panel'
import { countWords, findingsIn, findingTabs } from './severity'

export type PolicyEditorProps = {
  value: string
  onChange: (value: string) => void
  /** Of `validate(value, kind)`; the caller decides how often it asks. */
  findings: readonly Finding[]
  title?: string
  /** The quota, white space not counted; a managed policy's unless told otherwise. */
  maxCharacters?: number
  /** The text goes with a plain form under this name, too. */
  name?: string
  /** An error of the API about the text as a whole, above the findings. */
  error?: ReactNode
  /** Stands in the findings pane: why there are fewer checks than usual. */
  notice?: ReactNode
  readOnly?: boolean
  fixFor?: FindingsPanelProps['fixFor']
  completeAction?: ActionSource
}

/** The JSON editor of policies with its findings. A plain text area stands in until the editor has come. */
export function PolicyEditor(props: PolicyEditorProps) {
  const { value, onChange, findings, title = 'Policy editor', maxCharacters = limits.PolicySizeQuota } = props
  const [cursor, setCursor] = useState<Cursor>({ line: 1, column: 1 })
  const handle = useRef<EditorHandle>(null)
  const statusId = useId()
  return (
    <div className="policy-editor">
      <section className="card" aria-label={title}>
        <EditorHead title={title} value={value} onChange={onChange} readOnly={props.readOnly} />
        <EditorText {...props} title={title} describedBy={statusId} onCursor={setCursor} handle={handle} />
        {props.name && <input type="hidden" name={props.name} value={value} />}
        <EditorStatus
          id={statusId}
          cursor={cursor}
          findings={findings}
          left={maxCharacters - documentSize(value)}
          max={maxCharacters}
        />
      </section>
      {props.error}
      <FindingsPanel
        findings={findings}
        notice={props.notice}
        fixFor={props.fixFor}
        onGoTo={(offset) => handle.current?.goTo(offset)}
      />
    </div>
  )
}

type EditorHeadProps = Pick<PolicyEditorProps, 'value' | 'onChange' | 'readOnly'> & { title: string }

function EditorHead({ title, value, onChange, readOnly }: EditorHeadProps) {
  // The JSON surgeon comes with the first click, not with the page.
  const edit = async (change: 'tidy' | 'withNewStatement') => {
    const changed = (await import('./edit-text'))[change](value)
    if (changed !== null && changed !== value) onChange(changed)
  }
  return (
    <div className="editor-head">
      <h2 className="type-h3">{title}</h2>
      <div className="actions">
        {!readOnly && (
          <>
            <Button
              variant="plain"
              size="small"
              icon={<Plus size={14} aria-hidden="true" />}
              onClick={() => edit('withNewStatement')}
            >
              Add new statement
            </Button>
            <Button
              variant="plain"
              size="small"
              icon={<WandSparkles size={14} aria-hidden="true" />}
              onClick={() => edit('tidy')}
            >
              Tidy
            </Button>
          </>
        )}
        <CopyButton text={value} what="policy" small plain>
          Copy
        </CopyButton>
      </div>
    </div>
  )
}

type EditorTextProps = PolicyEditorProps & {
  title: string
  describedBy: string
  onCursor: (cursor: Cursor) => void
  handle: React.RefObject<EditorHandle | null>
}

function EditorText(props: EditorTextProps) {
  const { value, onChange, title, describedBy, readOnly, handle } = props
  const [Editor, setEditor] = useState<ComponentType<CodeMirrorProps> | null>(null)
  const plain = useRef<HTMLTextAreaElement>(null)
  const wasTyping = useRef(false)
  useEffect(() => {
    import('./code-mirror').then(({ CodeMirror }) => {
      wasTyping.current = document.activeElement === plain.current
      setEditor(() => CodeMirror)
    })
  }, [])
  const invalid = findingsIn('errors', props.findings).length > 0
  return (
    <div className="editor-text">
      {Editor ? (
        <Editor
          {...props}
          label={title}
          invalid={invalid}
          focusAtOnce={wasTyping.current}
          onReady={(ready) => {
            handle.current = ready
          }}
        />
      ) : (
        <textarea
          ref={plain}
          aria-label={title}
          aria-describedby={describedBy}
          aria-invalid={invalid || undefined}
          readOnly={readOnly}
          spellCheck={false}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </div>
  )
}

type EditorStatusProps = { id: string; cursor: Cursor; findings: readonly Finding[]; left: number; max: number }

function EditorStatus({ id, cursor, findings, left, max }: EditorStatusProps) {
  return (
    <div className="editor-status">
      <span>JSON</span>
      <span>
        Ln {cursor.line}, Col {cursor.column}
      </span>
      {findingTabs.map((tab) => {
        const { length } = findingsIn(tab, findings)
        const Icon = tabIcons[tab]
        if (length === 0) return null
        return (
          <span key={tab} className={`editor-count editor-count-${tab}`}>
            <Icon size={14} aria-hidden="true" /> {countWords(tab, length)}
          </span>
        )
      })}
      <span id={id} className={left < 0 ? 'editor-left editor-over' : 'editor-left'}>
        {left.toLocaleString('en')} of {max.toLocaleString('en')} characters left
      </span>
    </div>
  )
}
