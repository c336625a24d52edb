import 'server-only'
import { AwsError } from '@/lib/aws/errors'
import { textOf } from './saml-attributes'
import { invalidToken, type SamlElement } from './saml-response'

// AWS: the sign-in of every region takes assertions, too, each provider's under an address of its own where it encrypts
// (IAM user guide, "Configure SAML assertions for the authentication response").
const signIn = /^https:\/\/([a-z0-9-]+\.)?signin\.aws\.amazon\.com\/saml(\/acs\/\w+)?$/

const isOurAudience = (audience: string) => audience === 'urn:amazon:webservices' || signIn.test(audience)

/** Throws unless the assertion is meant for AWS. */
export function demandOurAudience({ Conditions = [] }: SamlElement): void {
  const restrictions = Conditions.flatMap(({ AudienceRestriction = [] }) => AudienceRestriction)
  const isFine = restrictions.every(({ Audience = [] }) => Audience.some((one) => isOurAudience(textOf(one))))
  if (restrictions.length === 0 || !isFine) throw invalidToken('Response does not contain the required audience.')
}

const bearer = 'urn:oasis:names:tc:SAML:2.0:cm:bearer'

/** To which address the assertion was sent, by a confirmation that still holds. */
export function recipientOf(assertion: SamlElement, now: Date): string {
  const { SubjectConfirmation = [] } = assertion.Subject?.[0] ?? {}
  const ours = SubjectConfirmation.filter(({ $ }) => $?.Method === bearer)
    .flatMap(({ SubjectConfirmationData = [] }) => SubjectConfirmationData)
    .filter(({ $ }) => $?.NotOnOrAfter !== undefined && signIn.test($.Recipient ?? ''))
  if (ours.length === 0) throw invalidToken('Response does not contain the required recipient.')
  const [current] = ours.filter(({ $ }) => !isOver($?.NotOnOrAfter, now) && !isToCome($?.NotBefore, now))
  if (!current) throw expired('Response has expired')
  return current.$?.Recipient ?? ''
}

const minute = 60_000
// Clocks differ; AWS does not publish its number.
const skew = minute

/** Throws unless it is the assertion's time. AWS: it must be used within five minutes, whatever it says itself. */
export function demandFresh({ $, Conditions = [] }: SamlElement, now: Date): void {
  for (const { $: times } of Conditions) {
    if (isToCome(times?.NotBefore, now)) throw invalidToken('Response is not valid yet')
    if (isOver(times?.NotOnOrAfter, now)) throw expired('Response has expired')
  }
  const issuedAt = instant($?.IssueInstant)
  if (issuedAt === null || issuedAt.getTime() > now.getTime() + skew) throw invalidToken('Response is not valid yet')
  if (issuedAt.getTime() + 5 * minute <= now.getTime()) {
    throw expired('Token must be redeemed within 5 minutes of issuance')
  }
}

/** When the provider wants the session to end, at the earliest that it says; null where it does not. */
export function sessionUntil({ AuthnStatement = [] }: SamlElement, now: Date): Date | null {
  const [first = null] = AuthnStatement.flatMap(({ $ }) => instant($?.SessionNotOnOrAfter) ?? []).sort(
    (a, b) => a.getTime() - b.getTime(),
  )
  if (first && first <= now) throw expired('Response has expired')
  return first
}

const isToCome = (text: string | undefined, now: Date) => (instant(text) ?? now).getTime() > now.getTime() + skew

const isOver = (text: string | undefined, now: Date) => {
  const end = instant(text)
  return end !== null && end.getTime() + skew <= now.getTime()
}

/** A time of XML, which is of UTC where it names no zone. */
function instant(text: string | undefined): Date | null {
  if (text === undefined) return null
  const [, day, zone = 'Z'] = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?)(Z|[+-]\d{2}:\d{2})?$/.exec(text) ?? []
  const time = new Date(`${day}${zone}`)
  if (Number.isNaN(time.getTime())) throw invalidToken('The SAML response could not be read.')
  return time
}

const expired = (message: string) => new AwsError('ExpiredTokenException', 400, message)
