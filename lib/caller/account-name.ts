import 'server-only'
import { accountAlias, accountId, isName } from '@/lib/aws/names'

/** The account as somebody typed it: an ID, with or without its dashes, or an alias. Null where it can be neither. */
export function accountName(typed: string): string | null {
  const text = typed.trim().toLowerCase()
  const digits = text.replaceAll('-', '')
  if (isName(accountId, digits)) return digits
  return isName(accountAlias, text) ? text : null
}
