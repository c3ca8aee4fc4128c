import type { Cause } from '../../deployed/cause'
import { whole } from '../../deployed/compare'
import { asText } from '../../deployed/questions'
import { absent, type Term, unknown } from '../../deployed/term'
import {
  entryOf,
  type MapNode,
  type Node,
  type ScalarNode,
  type Span,
  textOf,
  valueAt,
} from '../../source/node'
import { attributeOf, refOf } from './attributes'
import { evaluate } from './evaluate'
import { parameterTerm } from './parameters'
import { referencesIn } from './references'
import type { Stack, StackOptions, TemplateResource } from './resource'
import type { Scope } from './scope'

/** Opens a template. `sections` has the maps Parameters, Mappings, Resources and Outputs. */
export function openStack(sections: Node | undefined, options: StackOptions): Stack {
  const resolve = options.resolve ?? (node => node)
  const section = (name: string): MapNode | undefined => {
    const found = valueAt(sections, name)
    const node = found && resolve(found)
    return node?.kind === 'map' ? node : undefined
  }
  const resources = new Map<string, TemplateResource>()
  const open: Cause[] = [...macrosOf(sections, options)]
  const parameters = new Map<string, Term>()
  const evaluating = new Set<string>()

  const guarded = (key: string, at: Span, compute: () => Term): Term => {
    if (evaluating.has(key)) return unknown(`cycle ${key}`, macroCause(key, at), at)
    evaluating.add(key)
    const term = compute()
    evaluating.delete(key)
    return term
  }

  const scope: Scope = {
    variables: options.variables,
    macro: macroCause,
    imported: options.imported,
    file: path => options.file?.(path),
    find: (map, first, second) => {
      const found = valueAt(section('Mappings'), map, first, second)
      return found && resolve(found)
    },
    ref: (name, at) => {
      const given = options.parameters?.get(name)
      if (given) return { ...given, at, label: undefined } as Term
      const known = parameters.get(name)
      if (known) return known
      const parameter = section('Parameters') && entryOf(section('Parameters')!, name)
      if (parameter) {
        const term = parameterTerm(name, parameter, options.known, options.prefix)
        parameters.set(name, term)
        return term
      }
      return guarded(`Ref ${name}`, at, () => refOf(name, at, resources.get(name), options))
    },
    attribute: (id, attribute, at) =>
      guarded(`${id}.${attribute}`, at, () => attributeOf(id, attribute, at, resources.get(id), options)),
  }

  options.onScope?.(scope)
  const stack: Stack = {
    resources,
    scope,
    root: sections,
    open,
    prefix: options.prefix,
    output: name => {
      const value = valueAt(section('Outputs'), name, 'Value')
      return value && evaluate(value, scope)
    },
  }
  for (const entry of section('Resources')?.entries ?? []) {
    const node = resolve(entry.value)
    if (entry.key.value.startsWith('Fn::')) open.push(macroCause(entry.key.value, entry.key))
    else if (node.kind === 'map') {
      const resource = toResource(entry.key, node, stack, options, resolve, section('Resources'))
      resources.set(entry.key.value, resource)
    }
  }
  return stack
}

function toResource(
  key: ScalarNode,
  node: MapNode,
  stack: Stack,
  options: StackOptions,
  resolve: (node: Node) => Node,
  siblings: MapNode | undefined,
): TemplateResource {
  const under = textOf(valueAt(node, 'Condition'))
  const propertiesNode = valueAt(node, 'Properties')
  const properties = propertiesNode && resolve(propertiesNode)
  const construct = textOf(valueAt(node, 'Metadata', 'aws:cdk:path'))
  let value: Term | undefined
  let needs: ReadonlySet<string> | undefined
  const at = { source: key.source, start: key.start, end: key.end }
  return {
    id: key.value,
    key: options.prefix + key.value,
    at,
    type: textOf(valueAt(node, 'Type')) ?? '',
    node,
    stack,
    ...(siblings && { siblings }),
    ...(properties?.kind === 'map' && { properties }),
    ...(construct !== undefined && { generated: { construct } }),
    ...(under !== undefined && {
      under: {
        kind: 'condition',
        name: under,
        message: `The condition ${under} decides whether ${key.value} is created.`,
        at,
      },
    }),
    get value() {
      value ??= properties ? evaluate(properties, stack.scope) : absent(at)
      return value
    },
    needs: () => {
      needs ??= referencesIn(node)
      return needs
    },
  }
}

const macroCause = (name: string, at: Span): Cause => ({
  kind: 'macro',
  name,
  message: `${name} is evaluated by CloudFormation when the template is deployed.`,
  at,
})

/** Transforms that nobody here can run: they may add or change any resource. */
function macrosOf(sections: Node | undefined, options: StackOptions): readonly Cause[] {
  const transform = valueAt(sections, 'Transform')
  if (!transform) return []
  const nodes = transform.kind === 'list' ? transform.items : [transform]
  return nodes.flatMap(node => {
    const name = textOf(node) ?? textOf(valueAt(node, 'Name')) ?? 'Transform'
    return options.transforms?.test(name) || HARMLESS.test(name) ? [] : [macroCause(name, node)]
  })
}

/** They add nothing that concerns authorization. */
const HARMLESS = /^AWS::(?:LanguageExtensions|SecretsManager|CodeDeploy|Include)/

/** The value of a string property if it is completely known. */
export const knownText = (term: Term): string | undefined => whole(asText(term))
