import { Check, Minus } from 'lucide-react'
import type { PasswordRule } from '@/lib/aws/password-rules'

/** The rules of a new password, each with a tick as soon as it holds. */
export function PasswordRules({ rules, password }: { rules: readonly PasswordRule[]; password: string }) {
  return (
    <ul className="type-small flex flex-col gap-1 pt-2 text-text-3" aria-label="Password rules">
      {rules.map((rule) => {
        const holds = rule.holds(password)
        const Icon = holds ? Check : Minus
        return (
          <li key={rule.hint} className={holds ? 'flex items-center gap-1 text-allow' : 'flex items-center gap-1'}>
            <Icon size={14} aria-label={holds ? 'Done:' : 'Open:'} /> {rule.hint}
          </li>
        )
      })}
    </ul>
  )
}
