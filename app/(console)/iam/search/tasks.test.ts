import { describe, expect, it } from 'vitest'
import { tasksFor } from './tasks'

const labels = (query: string) => tasksFor(query).map((task) => task.label)

describe('the search for tasks', () => {
  it('finds a task by its name, whatever its case', () => {
    expect(labels('Create USER')[0]).toBe('Create user')
  })

  it('finds a task by what people call it', () => {
    expect(labels('denied')).toEqual(['See what was refused'])
    expect(labels('audit log')).toContain('Event history')
  })

  it('wants every word, and only beginnings of words', () => {
    expect(labels('create bicycle')).toEqual([])
    expect(labels('olicy')).toEqual([])
    expect(labels('cre pol')).toContain('Create policy')
  })

  it('finds nothing for nothing', () => {
    expect(labels(' - ')).toEqual([])
  })
})
