import { type Cause, outside } from '../../deployed/cause'
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
import { attributeOf, RETURNED, refOf } from './attributes'
import { evaluate } from './evaluate'
import { macroCause, macroIn, macrosOf } from './macros'
import { givenTerm, parameterTerm } from './parameters'
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
  const { adding, changing } = macrosOf(sections, section('Resources'), options)
  const open: Cause[] = [...adding]
  const parameters = new Map<string, Term>()
  const evaluating = new Set<string>()

  const guarded = (key: string, at: Span, compute: () => Term): Term => {
    if (evaluating.has(key)) return unknown(`cycle ${options.prefix}${key}`, macroCause(key, at), at)
    evaluating.add(key)
    const term = compute()
    evaluating.delete(key)
    return term
  }

  const scope: Scope = {
    of: options.prefix,
    variables: options.variables,
    macro: macroCause,
    imported: options.imported,
    stackOutput: options.stackOutput,
    file: path => options.file?.(path),
    isPlainId: key => {
      const own = key.startsWith(options.prefix) ? resources.get(key.slice(options.prefix.length)) : undefined
      return own ? PLAIN_ID.test(own.type) : options.parent?.isPlainId(key) === true
    },
    find: (map, first, second) => {
      const maps = section('Mappings')
      const found = valueAt(maps, map, first, second)
      if (found) return resolve(found)
      const steps = [maps, valueAt(maps, map), valueAt(maps, map, first)]
      const isShown = steps[1]?.kind === 'map' && !steps.some(step => step?.kind === 'map' && macroIn(step))
      return isShown ? 'missing' : undefined
    },
    ref: (name, at) => {
      const parameter = section('Parameters') && entryOf(section('Parameters')!, name)
      const given = options.parameters?.get(name)
      if (given) {
        const term = parameter ? givenTerm(given, parameter, scope) : given
        return { ...term, at, label: undefined } as Term
      }
      const known = parameters.get(name)
      if (known) return known
      if (parameter) {
        const term = parameterTerm(name, parameter, options.known, scope)
        parameters.set(name, term)
        return term
      }
      return guarded(`Ref ${name}`, at, () => refOf(name, at, resources, options))
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
    changing,
    prefix: options.prefix,
    output: name => {
      const value = valueAt(section('Outputs'), name, 'Value')
      return value && evaluate(value, scope)
    },
  }
  for (const entry of section('Resources')?.entries ?? []) {
    const node = resolve(entry.value)
    if (entry.key.value.startsWith('Fn::')) continue
    if (node.kind !== 'map') {
      if (isMisplaced(entry.key, node)) open.push(noResource(entry.key))
      continue
    }
    const own = macroIn(node)
    // It may be of any type.
    if (own) open.push(own)
    const surroundings = { resolve, siblings: section('Resources'), own, macro: changing ?? own }
    resources.set(entry.key.value, toResource(entry.key, node, stack, options, surroundings))
  }
  open.push(...customChanges(resources), ...modulesIn(resources))
  // Macros, loops, modules and the framework may add what a resource depends on.
  if (open.length === 0 && options.transforms && !valueAt(sections, 'Transform'))
    open.push(...[...resources.values()].flatMap(({ id, node }) => lostNeeds(id, node, resources)))
  return stack
}

/** Names in DependsOn that the template does not have: a part of it is missing. */
function lostNeeds(id: string, node: Node | undefined, resources: Stack['resources']): readonly Cause[] {
  const needed = valueAt(node, 'DependsOn')
  return (needed?.kind === 'list' ? needed.items : [needed]).flatMap(at => {
    const name = textOf(at)
    return at && name !== undefined && !resources.has(name)
      ? { ...outside(name, `${id} depends on ${name}, which the template does not have.`), at }
      : []
  })
}

/** A resource whose lines are not indented under its name. A variable is named where its value is not known. */
const isMisplaced = ({ value }: ScalarNode, node: Node): boolean =>
  value !== 'Type' && !textOf(node)?.includes('${')

/** What was meant as a resource may be of any type. */
const noResource = ({ value, source, start, end }: ScalarNode): Cause => ({
  ...outside(value, `${value} is not a resource: it has no Type indented under its name.`),
  at: { source, start, end },
})

/** CloudFormation puts the resources of a module in its place (AWS CloudFormation User Guide, "Using modules"). */
const modulesIn = (resources: ReadonlyMap<string, TemplateResource>): readonly Cause[] =>
  [...resources.values()].flatMap(({ id, type, at }) =>
    type.endsWith('::MODULE')
      ? [
          {
            kind: 'macro',
            name: id,
            message: `The resources of the module ${id} are not in these files.`,
            at,
          },
        ]
      : [],
  )

/**
 * A custom resource that refers to a user pool or a client may give it what the template does not show, such as a domain; so
 * may the stacks of a stack set.
 */
const customChanges = (resources: ReadonlyMap<string, TemplateResource>): readonly Cause[] =>
  [...resources.values()].flatMap(({ id, type, needs }) =>
    // Without a type it belongs to a resource that the format makes.
    type !== '' &&
    (RETURNED.test(type) || type === STACK_SET) &&
    !READING.test(type) &&
    [...needs()].flatMap(name => resources.get(name) ?? []).some(({ type }) => IDENTITY.test(type))
      ? [
          {
            kind: 'outside',
            name: id,
            message: `The ${type === STACK_SET ? 'stack set' : 'custom resource'} ${id} may change what it refers to.`,
          },
        ]
      : [],
  )

const STACK_SET = 'AWS::CloudFormation::StackSet'

const IDENTITY = /^AWS::Cognito::UserPool(?:Client)?$/
/** Custom resources of CDK that only read. */
const READING = /^Custom::(?:DescribeCognitoUserPoolClient|UserPoolCloudFrontDomainName)$/

/** Resources whose ids have letters, digits, hyphens and underscores only. */
const PLAIN_ID = /^AWS::(?:Cognito::UserPool(?:Client)?|ApiGateway(?:V2)?::(?:Rest)?Api)$/

/** What a resource is read with besides its own node. */
interface Surroundings {
  readonly resolve: (node: Node) => Node
  readonly siblings: MapNode | undefined
  /** A macro that may make another resource of it, and the one among its own keys. */
  readonly macro: Cause | undefined
  readonly own: Cause | undefined
}

function toResource(
  key: ScalarNode,
  node: MapNode,
  stack: Stack,
  options: StackOptions,
  { resolve, siblings, macro, own }: Surroundings,
): TemplateResource {
  const propertiesNode = valueAt(node, 'Properties')
  const properties = propertiesNode && resolve(propertiesNode)
  const construct = textOf(valueAt(node, 'Metadata', 'aws:cdk:path'))
  let value: Term | undefined
  let needs: ReadonlySet<string> | undefined
  const at = { source: key.source, start: key.start, end: key.end }
  const under = macro ?? conditionOf(node, key.value, at) ?? options.under
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
    ...(under && { under }),
    get value() {
      value ??= own
        ? unknown(`macro ${options.prefix}${key.value}`, own, at)
        : properties
          ? evaluate(properties, stack.scope)
          : absent(at)
      return value
    },
    needs: () => {
      needs ??= referencesIn(node)
      return needs
    },
  }
}

/** Why a resource may not be created. */
export function conditionOf(node: MapNode, id: string, at: Span): Cause | undefined {
  const name = textOf(valueAt(node, 'Condition'))
  const message = `The condition ${name} decides whether ${id} is created.`
  return name === undefined ? undefined : { kind: 'condition', name, message, at }
}

/** The value of a string property if it is completely known. */
export const knownText = (term: Term): string | undefined => whole(asText(term))
