import { knowsVariables, readOperator } from './conditions'
import { variableTokens } from './match/variables'
import { type ParsedStatement, parseDocument } from './parse'

/** The condition keys and variables that documents use: as first written, each once whatever its case. */
export function contextKeys(texts: readonly string[]): string[] {
  const names = new Map<string, string>()
  const add = (name: string) => {
    const key = name.toLowerCase()
    if (!names.has(key)) names.set(key, name)
  }
  for (const text of texts) {
    const { version, statements } = parseDocument(text)
    const variables = version === '2012-10-17'
    for (const statement of statements) {
      if (variables) for (const name of variablesIn(statement)) add(name)
      for (const { key } of statement.condition ?? []) add(key)
    }
  }
  return [...names.values()]
}

function variablesIn({ resource, notResource, condition = [] }: ParsedStatement): string[] {
  const texts = [...(resource?.entries ?? []), ...(notResource?.entries ?? [])]
  for (const { operator, values } of condition) {
    if (knowsVariables(readOperator(operator)?.base ?? '')) texts.push(...values)
  }
  return texts.flatMap(({ text }) => (text.includes('${') ? namesIn(text) : []))
}

function namesIn(text: string): string[] {
  const names: string[] = []
  for (const token of variableTokens(text, false)) if (typeof token === 'object') names.push(token.name)
  return names
}
