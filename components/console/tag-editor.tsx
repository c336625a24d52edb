'use client'

import { Plus } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { FieldError } from '@/components/ui/form-field'
import { Input } from '@/components/ui/input'
import { limits } from '@/lib/aws/limits'
import type { Tag } from '@/lib/aws/tag'
import { type TagProblem, tagProblems } from './tags'

export type TagEditorProps = {
  tags: readonly Tag[]
  onChange: (tags: readonly Tag[]) => void
  /** Users and roles: keys differ by more than case. */
  ignoreCase?: boolean
  /** Shows also the problems of rows that nobody has left yet: after `Next` was pressed. */
  strict?: boolean
}

/** Rows of key and value, up to 50, each problem below its own field. Check with `tagProblems` before sending. */
export function TagEditor({ tags, onChange, ignoreCase, strict }: TagEditorProps) {
  const list = useRef<HTMLDivElement>(null)
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set())
  const problems = tagProblems(tags, { ignoreCase })
  const room = limits.TagsPerResourceQuota - tags.length
  const change = (index: number, part: Partial<Tag>) =>
    onChange(tags.map((tag, at) => (at === index ? { ...tag, ...part } : tag)))
  const remove = (index: number) => {
    setLeft(new Set())
    onChange(tags.toSpliced(index, 1))
  }
  const add = () => {
    onChange([...tags, { Key: '', Value: '' }])
    // The row is drawn after this handler; then a person wants to type.
    requestAnimationFrame(() => list.current?.querySelector<HTMLInputElement>('.tag-row:last-of-type input')?.focus())
  }
  return (
    <div ref={list} className="flex flex-col items-start gap-3">
      {tags.length === 0 && <p className="text-text-2">No tags.</p>}
      {tags.map((tag, index) => (
        <TagRow
          // biome-ignore lint/suspicious/noArrayIndexKey: a tag has no identity but its place until it is saved.
          key={index}
          tag={tag}
          number={index + 1}
          problem={strict || left.has(index) ? problems[index] : null}
          onChange={(part) => change(index, part)}
          onLeave={() => setLeft(new Set([...left, index]))}
          onRemove={() => remove(index)}
        />
      ))}
      <Button icon={<Plus size={14} aria-hidden="true" />} disabled={room <= 0} onClick={add}>
        Add new tag
      </Button>
      <p className="type-small text-text-3" role="status">
        {room > 0 ? `You can add up to ${room} more ${room === 1 ? 'tag' : 'tags'}.` : 'This is the most: 50 tags.'}
      </p>
    </div>
  )
}

type TagRowProps = {
  tag: Tag
  number: number
  problem: TagProblem | null | undefined
  onChange: (part: Partial<Tag>) => void
  onLeave: () => void
  onRemove: () => void
}

function TagRow({ tag, number, problem, onChange, onLeave, onRemove }: TagRowProps) {
  const id = useId()
  const part = (name: 'Key' | 'Value', label: string, optional: boolean) => (
    <div>
      <label htmlFor={`${id}${name}`} className={number === 1 ? 'field-label' : 'field-label tag-label'}>
        {label}
        <span className="sr-only"> of tag {number}</span>
        {optional && <em className="field-optional"> optional</em>}
      </label>
      <Input
        id={`${id}${name}`}
        value={tag[name]}
        autoComplete="off"
        aria-invalid={problem?.[name] !== undefined}
        aria-describedby={problem?.[name] && `${id}${name}e`}
        onChange={(event) => onChange({ [name]: event.target.value })}
        onBlur={onLeave}
      />
      {problem?.[name] && <FieldError id={`${id}${name}e`}>{problem[name]}</FieldError>}
    </div>
  )
  return (
    <div className="tag-row">
      {part('Key', 'Key', false)}
      {part('Value', 'Value', true)}
      <Button
        onClick={onRemove}
        label={`Remove tag ${tag.Key || number}`}
        className={number === 1 ? 'm:mt-6' : undefined}
      >
        Remove
      </Button>
    </div>
  )
}
