import { type Diagnostic, setDiagnostics } from '@codemirror/lint'
import {
  type EditorState,
  RangeSet,
  RangeSetBuilder,
  StateEffect,
  StateField,
  type TransactionSpec,
} from '@codemirror/state'
import { Decoration, EditorView, GutterMarker, gutter, gutterLineClass } from '@codemirror/view'
import type { Finding, FindingType } from '@/lib/policy/types'

const setFindings = StateEffect.define<readonly Finding[]>()

const findingsField = StateField.define<readonly Finding[]>({
  create: () => [],
  update(findings, transaction) {
    for (const effect of transaction.effects) if (effect.is(setFindings)) return effect.value
    return findings
  },
})

// The worst first: it alone is drawn on a line with several.
const rank: readonly FindingType[] = ['ERROR', 'SECURITY_WARNING', 'WARNING', 'SUGGESTION', 'HINT']
const severity: Record<FindingType, Diagnostic['severity']> = {
  ERROR: 'error',
  SECURITY_WARNING: 'warning',
  WARNING: 'warning',
  SUGGESTION: 'info',
  HINT: 'hint',
}

class FindingMarker extends GutterMarker {
  constructor(readonly type: FindingType) {
    super()
  }
  override eq(other: FindingMarker) {
    return other.type === this.type
  }
  override toDOM() {
    const mark = document.createElement('span')
    mark.className = `finding-mark finding-${this.type}`
    return mark
  }
}

class MarkedGutter extends GutterMarker {
  override elementClass = 'cm-marked'
}

const markers = new Map(rank.map((type) => [type, new FindingMarker(type)]))
const markedLine = Decoration.line({ class: 'cm-marked' })
const markedGutter = new MarkedGutter()

function worstByLine(state: EditorState): [from: number, type: FindingType][] {
  const worst = new Map<number, FindingType>()
  for (const { span, type } of state.field(findingsField)) {
    const { from } = state.doc.lineAt(Math.min(span.start.offset, state.doc.length))
    const before = worst.get(from)
    if (!before || rank.indexOf(type) < rank.indexOf(before)) worst.set(from, type)
  }
  return [...worst].sort(([left], [right]) => left - right)
}

const stains = (type: FindingType) => rank.indexOf(type) < 3

/** Everything that shows findings in the text: a gutter with icons, stained lines. */
export const findingMarks = [
  findingsField,
  gutter({
    class: 'cm-finding-gutter',
    markers: (view) =>
      RangeSet.of(worstByLine(view.state).flatMap(([from, type]) => markers.get(type)?.range(from) ?? [])),
    lineMarkerChange: (update) => update.startState.field(findingsField) !== update.state.field(findingsField),
  }),
  EditorView.decorations.compute([findingsField, 'doc'], (state) => {
    const lines = worstByLine(state).filter(([, type]) => stains(type))
    return Decoration.set(lines.map(([from]) => markedLine.range(from)))
  }),
  gutterLineClass.compute([findingsField, 'doc'], (state) => {
    const builder = new RangeSetBuilder<GutterMarker>()
    for (const [from, type] of worstByLine(state)) if (stains(type)) builder.add(from, from, markedGutter)
    return builder.finish()
  }),
]

/** The transaction that shows these findings. Offsets beyond the text (it was edited since) are cut to it. */
export function showFindings(state: EditorState, findings: readonly Finding[]): TransactionSpec {
  const end = state.doc.length
  const diagnostics = findings.map(
    ({ span, type, message }): Diagnostic => ({
      from: Math.min(span.start.offset, end),
      to: Math.min(Math.max(span.end.offset, span.start.offset), end),
      severity: severity[type],
      message,
    }),
  )
  const lint = setDiagnostics(state, diagnostics)
  return { ...lint, effects: [lint.effects ?? [], setFindings.of(findings)].flat() }
}
