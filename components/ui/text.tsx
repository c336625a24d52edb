import { Fragment } from 'react'

/** An ARN, or any name with colons and slashes. */
export const Arn = ({ children }: { children: string }) => (
  <span className="arn">
    <Levels>{children}</Levels>
  </span>
)

/** An address or an ARN: breaks after colons and slashes alone. */
export const Levels = ({ children }: { children: string }) =>
  children.split(/(?<=[:/])(?![:/])/).map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of one string keep their places.
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ))

/** Marks the first place where `query` stands in the text, ignoring case; a long name breaks between its words. */
export function Highlight({ text, query }: { text: string; query: string }) {
  const needle = query.trim().toLowerCase()
  const at = needle ? text.toLowerCase().indexOf(needle) : -1
  if (at < 0) return <Words>{text}</Words>
  return (
    <>
      <Words>{text.slice(0, at)}</Words>
      <mark>{text.slice(at, at + needle.length)}</mark>
      <Words>{text.slice(at + needle.length)}</Words>
    </>
  )
}

/** `AmazonS3ReadOnlyAccess` may break before a capital that follows a small letter. */
export const Words = ({ children }: { children: string }) =>
  children.split(/(?<=[a-z])(?=[A-Z])/).map((word, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of one string keep their places.
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {word}
    </Fragment>
  ))
