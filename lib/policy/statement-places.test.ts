import { describe, expect, it } from 'vitest'
import { statementPlaces } from './statement-places'

const columns = (text: string) => statementPlaces(text).map(({ start, end }) => [start.column, end.column])

describe('statementPlaces', () => {
  it('gives what was recorded from AWS for a lone statement', () => {
    const recorded =
      '{"Version": "2012-10-17", "Statement": {"Sid": "", "Effect": "Allow", "Action": "s3:PutObject", "Resource": "*"}}'
    expect(statementPlaces(recorded)).toMatchObject([{ start: { line: 1, column: 41 }, end: { line: 1, column: 113 } }])
    const dynamo =
      '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"dynamodb:*","Resource":"*","Condition":{"DateGreaterThan":{"aws:CurrentTime":"2018-08-16T12:00:00Z"}}}}'
    expect(columns(dynamo)).toEqual([[38, 167]])
  })

  it('begins a statement of a list where the one before it ends', () => {
    expect(columns('{"Statement":[{"Effect":"Allow"}, {"Effect":"Deny"}]}')).toEqual([
      [15, 33],
      [33, 52],
    ])
  })

  it('counts lines', () => {
    const text = JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow' }] }, null, 2)
    expect(statementPlaces(text)).toMatchObject([{ start: { line: 3, column: 17 }, end: { line: 6, column: 6 } }])
  })

  it('finds nothing where there is nothing', () => {
    for (const text of ['', '[]', '{}', '{"Statement":[]}', '{"Statement":7}'])
      expect(statementPlaces(text)).toEqual([])
  })
})
