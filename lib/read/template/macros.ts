import type { Cause } from '../../deployed/cause'
import { type MapNode, type Node, type Span, textOf, valueAt } from '../../source/node'
import type { StackOptions } from './resource'

/** What only CloudFormation evaluates. */
export const macroCause = (name: string, at: Span): Cause => ({
  kind: 'macro',
  name,
  message: `${name} is evaluated by CloudFormation when the template is deployed.`,
  at,
})

/** The macros of a template that nobody here can run. */
export interface Macros {
  /** Why there may be resources that the template does not show. */
  readonly adding: readonly Cause[]
  /** Why any resource may become another one. */
  readonly changing: Cause | undefined
}

const TRANSFORM = 'Fn::Transform'

/**
 * What macros may do to the resources of a template. One in `Transform` gets the whole template, and `Fn::Transform` all
 * that is next to it (AWS CloudFormation User Guide, "Macro scope for processing"). `AWS::Include` and `Fn::ForEach` add
 * resources and leave the others as they are, because logical ids are unique.
 */
export function macrosOf(
  sections: Node | undefined,
  resources: MapNode | undefined,
  { transforms }: Pick<StackOptions, 'transforms'>,
): Macros {
  const written = valueAt(sections, 'Transform')
  const listed = written?.kind === 'list' ? written.items : written ? [written] : []
  const ofTemplate = listed.flatMap(node => {
    const name = textOf(node) ?? textOf(valueAt(node, 'Name')) ?? 'Transform'
    return transforms?.test(name) || HARMLESS.test(name) ? [] : [{ name, at: node }]
  })
  const keys = (resources?.entries ?? []).filter(({ key }) => key.value.startsWith('Fn::'))
  const ofResources = keys.map(({ key, value }) => ({
    name: key.value === TRANSFORM ? (textOf(valueAt(value, 'Name')) ?? TRANSFORM) : key.value,
    at: key,
  }))
  const all = [...ofTemplate, ...ofResources]
  const changing = all.find(({ name }) => !/^(?:AWS::Include$|Fn::ForEach)/.test(name))
  return {
    adding: all.map(({ name, at }) => macroCause(name, at)),
    changing: changing && mayChange(changing.name, changing.at),
  }
}

/** They add nothing that concerns authorization. */
const HARMLESS = /^AWS::(?:LanguageExtensions|SecretsManager|CodeDeploy)/

/** Why everything else in a map may differ from what is written: `Fn::Transform` is one of its keys. */
export function macroIn({ entries }: MapNode): Cause | undefined {
  const found = entries.find(({ key }) => key.value === TRANSFORM)
  return found && mayChange(textOf(valueAt(found.value, 'Name')) ?? TRANSFORM, found.key)
}

const mayChange = (name: string, at: Span): Cause => ({
  kind: 'macro',
  name,
  message: `The macro ${name} may change it when the template is deployed.`,
  at,
})
