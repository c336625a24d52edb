import { type Look, look, naming } from './button-look'
import { Link } from './link'

export type ButtonLinkProps = Look & {
  href: string
  target?: string
  rel?: string
  download?: boolean | string
  /** False keeps the place on the page, for another view of the same thing. */
  scroll?: boolean
}

/** A link that looks like a button: for going somewhere (`Create user`), where `Button` is for doing. */
export function ButtonLink(props: ButtonLinkProps) {
  const { variant, size, icon, label, tip, wide, className, children, download, scroll, ...rest } = props
  const shared = { ...rest, ...naming(label, tip, children), className: look(props) }
  // A download or another origin is no page of ours: the router must not fetch it.
  if (download !== undefined || /^(https?|mailto|data|blob):/.test(props.href)) {
    return (
      <a {...shared} download={download}>
        {icon}
        {children}
      </a>
    )
  }
  return (
    <Link {...shared} scroll={scroll}>
      {icon}
      {children}
    </Link>
  )
}
