import type { Cause } from '../deployed/cause'
import type { Term } from '../deployed/term'
import { type MapNode, type Node, textOf, valueAt } from '../source/node'
import type { OpenedFile } from './files'
import { outputsOf } from './outputs'
import { type Readers, reader } from './readers'
import type { Service } from './serverless/serverless'
import { frameworkVariables } from './template/framework-variables'
import { isAddress, locationOf, NESTED, nameOf, pathOf, uploadedFile } from './template/location'
import type { Known } from './template/parameters'
import { propertyOf, type Stack, type StackOptions, type TemplateResource } from './template/resource'
import { openStack } from './template/stack'

/** The templates of the files, nested ones with the parameters that their parents give. */
export interface Templates {
  readonly stacks: readonly { readonly stack: Stack; readonly sam: boolean }[]
  readonly services: readonly Service[]
  /** Roots of files that another file refers to. */
  readonly used: ReadonlySet<MapNode>
}

/** How deep stacks may be nested; one that includes itself would never end. */
const MAX_NESTING = 8

/** Opens every template and serverless.yml among the files. */
export function openTemplates(files: readonly OpenedFile[], known: Known, readers: Readers): Templates {
  const stacks: { readonly stack: Stack; readonly sam: boolean }[] = []
  const services: Service[] = []
  const used = new Set<MapNode>()
  const opened = new Set<MapNode>()

  const find = (path: string, from: string): OpenedFile | undefined => {
    if (isAddress(path)) return copyOf(path, from, files)
    const wanted = resolvePath(path, from)
    return (
      files.find(file => normal(file.source.path) === wanted) ??
      files.find(
        file => file.source.path !== from && normal(file.source.path).endsWith(`/${normal(path)}`),
      ) ??
      files.find(file => normal(file.source.path) === normal(path))
    )
  }

  const outputs = outputsOf(stacks)

  const contentOf = (wanted: string, from: OpenedFile): Node | undefined => {
    const found = find(wanted, from.source.path)
    if (found === from) return undefined
    if (found?.root) used.add(found.root)
    return found?.tree?.root
  }

  function open(
    file: OpenedFile,
    prefix: string,
    given: Pick<StackOptions, 'parameters' | 'parent' | 'under'> = {},
  ): Stack {
    if (file.root) opened.add(file.root)
    const children = new Map<string, Stack>()
    const options: StackOptions = {
      prefix,
      known,
      ...outputs,
      nested: id => children.get(id),
      variables: frameworkVariables,
      file: path => contentOf(path, file),
      ...(file.format === 'sam' && { isImplied: reader(readers, 'sam').isImpliedApi }),
      transforms: /^AWS::Serverless-/,
      ...given,
    }
    const stack = openStack(file.root, options)
    const depth = prefix.split('/').length
    const causes: Cause[] = [...stack.open]
    for (const resource of stack.resources.values()) {
      const location = NESTED[resource.type]
      if (location === undefined) continue
      const path = pathOf(locationOf(resource, location))
      const child = path !== undefined && depth < MAX_NESTING ? find(path, file.source.path) : undefined
      if (!child?.root || child === file) {
        const template = path ? `its template ${nameOf(path)}` : 'its template'
        const message = `The nested stack ${resource.id} was not given. Add ${template} to the files.`
        causes.push({ kind: 'nested', name: resource.id, message, at: resource.at })
        continue
      }
      used.add(child.root)
      const { under } = resource
      children.set(
        resource.id,
        open(child, `${prefix}${resource.id}/`, {
          parameters: parametersOf(resource),
          parent: stack.scope,
          ...(under && { under }),
        }),
      )
    }
    const complete: Stack = { ...stack, open: causes }
    stacks.push({ stack: complete, sam: file.format === 'sam' })
    return complete
  }

  const templates = files.filter(({ format }) => /^(?:cloudformation|sam)/.test(format ?? ''))
  const services_ = files.filter(({ format }) => format === 'serverless')
  for (const [i, file] of services_.entries()) {
    if (!file.root) continue
    const content = (wanted: string) => contentOf(wanted, file)
    const options = { prefix: `service${i}/`, known, ...outputs, file: content }
    const service = reader(readers, 'serverless').openService(file.root, options, content)
    services.push(service)
    stacks.push({ stack: service.stack, sam: false })
  }
  for (const file of templates) noteChildren(file, find, used)
  for (const [i, file] of templates.entries()) if (file.root && !used.has(file.root)) open(file, `stack${i}/`)
  // Templates that include each other in a circle are read as if nothing included them.
  for (const [i, file] of templates.entries())
    if (file.root && !opened.has(file.root) && services.length === 0) open(file, `circle${i}/`)
  return { stacks, services, used }
}

/** The values that a template gives the one that it nests. */
function parametersOf(nested: TemplateResource): ReadonlyMap<string, Term> {
  const given = propertyOf(nested, 'Parameters')
  return new Map(
    given.kind === 'fields' ? [...given.fields].map(([name, { value }]) => [name, value] as const) : [],
  )
}

/** Marks the templates that others include, whatever the order of the files. */
function noteChildren(
  file: OpenedFile,
  find: (path: string, from: string) => OpenedFile | undefined,
  used: Set<MapNode>,
): void {
  const resources = valueAt(file.root, 'Resources')
  for (const { value } of resources?.kind === 'map' ? resources.entries : []) {
    const location = NESTED[textOf(valueAt(value, 'Type')) ?? '']
    if (location === undefined || value.kind !== 'map') continue
    const uploaded = uploadedFile(value, location)
    for (const path of uploaded ? [uploaded] : pathsIn(valueAt(value, 'Properties', location))) {
      const child = find(path, file.source.path)
      if (child?.root && child !== file) used.add(child.root)
    }
  }
}

/** The texts below a node that may be a path, or the end of one. */
function pathsIn(node: Node | undefined): readonly string[] {
  if (node?.kind === 'scalar') return [node.value.replace(/\$\{[^}]*\}/g, '\0')]
  if (node?.kind === 'list') return node.items.flatMap(pathsIn)
  return node?.entries.flatMap(({ value }) => pathsIn(value)) ?? []
}

const normal = (path: string): string => path.replace(/^(?:\.\/)+/, '')

/** A path as written in the file `from`. */
function resolvePath(path: string, from: string): string {
  const folder = normal(from).split('/').slice(0, -1)
  for (const part of path.split('/')) {
    if (part === '..') folder.pop()
    else if (part !== '.' && part !== '') folder.push(part)
  }
  return folder.join('/')
}

/** The one given file whose path ends like an address. */
function copyOf(address: string, from: string, files: readonly OpenedFile[]): OpenedFile | undefined {
  const steps = address.replace(/[?#][^\0]*$/, '').split('/')
  for (let i = 1; i < steps.length; i++) {
    const end = `/${steps.slice(i).join('/')}`
    const [found, second] = files.filter(
      ({ source: { path } }) => path !== from && `/${normal(path)}`.endsWith(end),
    )
    if (found) return second ? undefined : found
  }
  return undefined
}
