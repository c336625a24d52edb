import type { CompletionContext, CompletionResult, CompletionSource } from '@codemirror/autocomplete'
import { syntaxTree } from '@codemirror/language'

/** Gives the actions that begin with what was typed, e.g. `s3:Get`. */
export type ActionSource = (typed: string) => readonly string[] | Promise<readonly string[]>

/** Offers action names inside the strings of `Action` and `NotAction`. */
export function actionCompletion(source: ActionSource): CompletionSource {
  return async (context: CompletionContext): Promise<CompletionResult | null> => {
    const typed = context.matchBefore(/[A-Za-z0-9:*-]*/)
    if (!typed || (typed.from === typed.to && !context.explicit) || !isInAction(context)) return null
    const actions = await source(typed.text)
    return {
      from: typed.from,
      options: actions.map((label) => ({ label, type: 'text' })),
      validFor: /^[A-Za-z0-9:*-]*$/,
    }
  }
}

function isInAction({ state, pos }: CompletionContext): boolean {
  let node = syntaxTree(state).resolveInner(pos, -1)
  if (node.name !== 'String') return false
  while (node.parent && node.name !== 'Property') node = node.parent
  const name = node.getChild('PropertyName')
  return name !== null && /^"(Not)?Action"$/.test(state.sliceDoc(name.from, name.to))
}
