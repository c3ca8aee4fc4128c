import type { Cause } from '../../deployed/cause'
import { whole } from '../../deployed/compare'
import type { Resource } from '../../deployed/deployed'
import { asText, property } from '../../deployed/questions'
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
import { type Known, parameterTerm } from './parameters'
import { referencesIn } from './references'
import type { Scope } from './scope'

/** A resource of a template, its properties read. */
export interface TemplateResource extends Resource {
  readonly type: string
  readonly value: Term
  /** Logical ids that it names in DependsOn or refers to. */
  readonly needs: ReadonlySet<string>
  readonly stack: Stack
}

/** One template: its resources and what names in it stand for. */
export interface Stack {
  readonly resources: ReadonlyMap<string, TemplateResource>
  readonly scope: Scope
  readonly root: Node | undefined
  /** Why there may be resources that the template does not show. */
  readonly open: readonly Cause[]
  /** The value of an output. */
  readonly output: (name: string) => Term | undefined
  readonly prefix: string
}

export interface StackOptions {
  /** In front of every key, so that templates read together cannot be confused. */
  readonly prefix: string
  /** Values given on the command line, or by the parent of a nested stack. */
  readonly known: Known
  readonly parameters?: ReadonlyMap<string, Term>
  readonly variables?: (node: ScalarNode) => Term | undefined
  /** Follows a reference to another file or part of the document (Serverless). */
  readonly resolve?: (node: Node) => Node
  /** Resources that the format itself adds: logical id → type. */
  readonly implied?: (id: string) => string | undefined
  readonly imported: (name: Term, at: Span) => Term
  /** The outputs of a nested stack whose template is among the files. */
  readonly nested?: (id: string) => Stack | undefined
  /** Called with the scope before the resources are read: variables are evaluated in it. */
  readonly onScope?: (scope: Scope) => void
  /** The template is one that a macro of the format expands, so it is not an unknown macro. */
  readonly transforms?: RegExp
}

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
    find: (map, first, second) => {
      const found = valueAt(section('Mappings'), map, first, second)
      return found && resolve(found)
    },
    ref: (name, at) => {
      const given = options.parameters?.get(name)
      if (given) return { ...given, at } as Term
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
    get needs() {
      needs ??= referencesIn(node)
      return needs
    },
  }
}

/** A property of a resource; missing, its place is the resource's logical id. */
export const propertyOf = (resource: TemplateResource, name: string): Term =>
  property(resource.value, name, resource.at)

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

/** The value of a text property if it is known whole. */
export const knownText = (term: Term): string | undefined => whole(asText(term))
