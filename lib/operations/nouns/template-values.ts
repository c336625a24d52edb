import 'server-only'
import { parseArn } from '@/lib/aws/arn'
import type { ParameterType, RoleTemplateVersion, TemplateParameter } from '@/lib/aws/catalogue/role-template-version'
import { invalidInput, validationError } from '@/lib/aws/errors'

export type ReplacementValues = Readonly<Record<string, readonly string[]>>

/** What stands for each placeholder: the texts of a list, or one text. */
export type TemplateValues = ReadonlyMap<string, string | readonly string[]>

// AWS: the sentences in here are those of recorded answers, but for the one about a value's type.
const notRendered = (why: string) => invalidInput(`Failed to render template: ${why}`)

/** The values that fill a template: those given and the defaults. Throws for what the template cannot take. */
export function acceptedValues(template: RoleTemplateVersion, given: ReplacementValues): TemplateValues {
  const parameters = template.ParametersDefinition ?? []
  const unknown = Object.keys(given).find((name) => !parameters.some(({ Name }) => Name === name))
  if (unknown !== undefined) throw notRendered(`Unrecognized parameter: ${unknown}`)
  return new Map(
    parameters.flatMap((parameter) => {
      const texts = Object.hasOwn(given, parameter.Name) ? given[parameter.Name] : defaultOf(parameter)
      return texts ? [[parameter.Name, accepted(parameter, texts)] as const] : []
    }),
  )
}

const isList = ({ Type }: TemplateParameter) => Type.endsWith('List')

function defaultOf(parameter: TemplateParameter): readonly string[] | undefined {
  const { DefaultValue } = parameter
  return isList(parameter) ? DefaultValue?.split(',') : DefaultValue === undefined ? undefined : [DefaultValue]
}

function accepted(parameter: TemplateParameter, texts: readonly string[]): string | readonly string[] {
  const { Name, Type } = parameter
  const [first, ...more] = texts
  if (!isList(parameter) && (first === undefined || more.length > 0)) {
    throw validationError(`${Name} replacement value must contain exactly one value, got ${texts.length}`)
  }
  if (!texts.every(isOfType[Type])) throw notRendered(`Parameter '${Name}' must be of type ${Type}.`)
  return isList(parameter) ? texts : (first ?? '')
}

const isNumber = (text: string) => /^-?\d+(\.\d+)?$/.test(text)
const isArn = (text: string) => parseArn(text) !== null
const isText = () => true

const isOfType: Record<ParameterType, (text: string) => boolean> = {
  String: isText,
  StringList: isText,
  Number: isNumber,
  NumberList: isNumber,
  Arn: isArn,
  ArnList: isArn,
}

/** The value of a placeholder. AWS: a required parameter that nothing asks for may be missing (recorded answers). */
export function valueFor(values: TemplateValues, name: string): string | readonly string[] {
  const value = values.get(name)
  if (value === undefined) throw notRendered(`Parameter '${name}' not found.`)
  return value
}
