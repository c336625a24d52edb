// biome-ignore-all lint/suspicious/noTemplateCurlyInString: policy variables look like that
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compile } from './compile'
import { HeadTree } from './compile-heads'
import { combine } from './compile-set'
import { coversResource } from './compile-statement'
import { askLayer } from './decide-layer'
import { matchesAction } from './match/action'
import { Question } from './question'

const action = fc.constantFrom(
  '*',
  's3:*',
  's3:Get*',
  's3:GetObject',
  'S3:getobject',
  's3:Put*',
  'ec2:*',
  'ec2:Run',
  's3:*Object',
)
const resource = fc.constantFrom(
  '*',
  'arn:aws:s3:::a',
  'arn:aws:s3:::a/*',
  'arn:aws:s3:::a*',
  'arn:aws:s3:::ab/c',
  'arn:aws:s3:::ab/?',
  'arn:aws:s3:::*/c',
  'arn:aws:s3:::${aws:username}/*',
  'arn:*:s3:::a',
  'arn:aws:s3',
)
const list = <T>(each: fc.Arbitrary<T>) => fc.array(each, { minLength: 1, maxLength: 3 })
const statement = fc.record({
  Effect: fc.constant('Allow'),
  actions: list(action),
  resources: list(resource),
  exceptActions: fc.constantFrom(false, false, false, true),
  exceptResources: fc.constantFrom(false, false, false, true),
})
const asked = fc.constantFrom('arn:aws:s3:::a', 'arn:aws:s3:::a/b', 'arn:aws:s3:::ab/c', 'arn:aws:s3:::zz/c', '*')
const question = (resource: string, name = 's3:GetObject') =>
  new Question(
    {
      principal: { kind: 'user', account: '1', arn: 'u' },
      action: name,
      resource,
      resourceAccount: '1',
      context: new Map([['aws:username', 'a']]),
    },
    false,
  )

describe('combine', { timeout: 60_000 }, () => {
  it('finds through its indexes just what a plain loop finds, each statement once and in order', () => {
    fc.assert(
      fc.property(
        fc.array(statement, { maxLength: 40 }),
        asked,
        fc.constantFrom('s3:GetObject', 's3:PutObject', 'ec2:Run', 'odd'),
        (written, on, name) => {
          const Statement = written.map(({ Effect, actions, resources, exceptActions, exceptResources }) => ({
            Effect,
            [exceptActions ? 'NotAction' : 'Action']: actions,
            [exceptResources ? 'NotResource' : 'Resource']: resources,
          }))
          const policy = compile(JSON.stringify({ Version: '2012-10-17', Statement }), 'identity')
          const one = question(on, name)
          const plain = policy.statements.filter(
            (each) =>
              each.actions.some((pattern) => matchesAction(pattern, one.action)) !== each.exceptActions &&
              coversResource(each, one),
          )
          const set = combine([{ source: { id: 'p' }, policy }])
          for (let round = 0; round < 2; round++) {
            expect(askLayer(set, one).allows.map((row) => row.statement.index)).toEqual(plain.map((each) => each.index))
          }
        },
      ),
      { numRuns: 2_000 },
    )
  })

  it('forgets answers instead of growing with every made-up action', () => {
    const policy = compile('{"Statement":{"Effect":"Allow","Action":"s3:Get*","Resource":"*"}}', 'identity')
    const set = combine([{ source: { id: 'p' }, policy }])
    for (let i = 0; i < 5_000; i++) expect(askLayer(set, question('*', `s3:Get${i}`)).allows).toHaveLength(1)
    const { byAction } = set as unknown as { byAction: Map<string, unknown> } // private, and the point of this test
    expect(byAction.size).toBeLessThanOrEqual(2_048)
  })
})

describe('HeadTree', () => {
  it('visits every head that begins the text', () => {
    const heads = ['', 'a', 'ab', 'abc', 'abd', 'b', 'abcde', 'ab']
    const tree = new HeadTree<string>()
    for (const head of heads) tree.add(head, head)
    const seen: string[] = []
    tree.visit('abcd', (entries) => seen.push(...entries))
    expect(seen).toEqual(['', 'a', 'ab', 'ab', 'abc'])
  })
})
