// Files over 300 lines and functions over 60 want a reason, given by name in sizes.json. The list may only tighten:
// an exception that is longer than its code fails as well as code that outgrew its exception.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { root } from './place.mjs'

const limits = { file: 300, function: 60 }
/** An exception may be this many lines wider than its code, so that a small edit of it is not two edits. */
const slack = 10

const folders = ['app', 'components', 'e2e', 'lib', 'scripts']
const isSource = (name) => /\.(tsx?|mjs)$/.test(name) && !/\.generated\.|\.d\.ts$/.test(name)
const isTest = (name) => /\.(test|spec)\.tsx?$/.test(name)

export function sizeComplaints(sources, exceptions) {
  const found = sources.flatMap(({ path, text }) => oversized(path, text))
  const seen = new Set(found.map(({ name }) => name))
  const gone = Object.keys(exceptions).filter((name) => !seen.has(name))
  return [
    ...found.flatMap((thing) => complaint(thing, exceptions[thing.name])),
    ...gone.map((name) => `${name} fits the limit now: take it out of scripts/sizes.json.`),
  ]
}

function complaint({ name, lines, limit }, exception) {
  if (!exception) return [`${name} has ${lines} lines (limit ${limit}): split it, or give scripts/sizes.json a reason.`]
  if (!exception.reason) return [`${name} is excepted without a reason.`]
  if (lines > exception.lines) return [`${name} has ${lines} lines and its exception allows ${exception.lines}.`]
  if (lines < exception.lines - slack)
    return [`${name} shrank to ${lines} lines: tighten its exception (${exception.lines}).`]
  return []
}

function oversized(path, text) {
  const lines = text.trimEnd().split('\n').length
  const found = lines > limits.file ? [{ name: path, lines, limit: limits.file }] : []
  return isTest(path) ? found : [...found, ...longFunctions(path, text)]
}

function longFunctions(path, text) {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const lineOf = (position) => source.getLineAndCharacterOfPosition(position).line
  const found = []
  const visit = (node) => {
    if (ts.isFunctionLike(node) && node.body) {
      const lines = lineOf(node.end) - lineOf(node.getStart()) + 1
      if (lines > limits.function) found.push({ name: `${path}#${nameOf(node)}`, lines, limit: limits.function })
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

const nameOf = (node) => node.name?.getText() ?? node.parent?.name?.getText() ?? 'anonymous'

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const exceptions = JSON.parse(readFileSync(join(root, 'scripts/sizes.json'), 'utf8'))
  const sources = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true })
      .filter(isSource)
      .map((name) => ({ path: `${folder}/${name}`, text: readFileSync(join(root, folder, name), 'utf8') })),
  )
  const complaints = sizeComplaints(sources, exceptions)
  if (complaints.length > 0) console.log(complaints.join('\n'))
  process.exitCode = complaints.length > 0 ? 1 : 0
}
