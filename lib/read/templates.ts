import type { Cause } from '../deployed/cause'
import type { Term } from '../deployed/term'
import { type MapNode, type Node, textOf, valueAt } from '../source/node'
import type { OpenedFile } from './files'
import { outputsOf } from './outputs'
import { type Readers, reader } from './readers'
import type { Service } from './serverless/serverless'
import { frameworkVariables } from './template/framework-variables'
import { fileName, isAddress, locationOf, NESTED, nameOf, pathOf, uploadedFile } from './template/location'
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

/** How deep stacks may be nested. */
const MAX_NESTING = 8
/** The resources of a stack and those nested in it (AWS CloudFormation User Guide, "Understand CloudFormation quotas"). */
const MAX_RESOURCES = 2500

/** Opens every template and serverless.yml among the files. */
export function openTemplates(files: readonly OpenedFile[], known: Known, readers: Readers): Templates {
  const stacks: { readonly stack: Stack; readonly sam: boolean }[] = []
  const services: Service[] = []
  const used = new Set<MapNode>()
  const opened = new Set<OpenedFile>()
  let count = 0

  const find = (path: string, from: string, copies: readonly OpenedFile[]): OpenedFile | undefined => {
    if (isAddress(path)) return isAmbiguous(path) ? undefined : copyOf(path, copies)
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
  const isAmbiguous = ambiguityOf(files)

  const fragments = files.filter(({ format }) => format === undefined || format === 'openapi')
  const contentOf = (wanted: string, from: OpenedFile): Node | undefined => {
    const found = find(wanted, from.source.path, fragments)
    if (found === from) return undefined
    if (found?.root) used.add(found.root)
    return found?.tree?.root
  }

  const templates = files.filter(({ format, root }) => root && /^(?:cloudformation|sam)/.test(format ?? ''))

  /** The template of a nested stack: none of those that it is nested in, which would never end. */
  const childOf = (path: string, file: OpenedFile, above: readonly OpenedFile[]): OpenedFile | undefined => {
    const others = templates.filter(it => it !== file && !above.includes(it))
    const found = find(path, file.source.path, others)
    return found && others.includes(found) ? found : undefined
  }

  function open(
    file: OpenedFile,
    prefix: string,
    above: readonly OpenedFile[] = [],
    given: Pick<StackOptions, 'parameters' | 'parent' | 'under'> = {},
  ): Stack {
    opened.add(file)
    if (above.length === 0) count = 0
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
    count += stack.resources.size
    const causes: Cause[] = [...stack.open]
    for (const resource of stack.resources.values()) {
      const location = NESTED.get(resource.type)
      if (location === undefined) continue
      const path = pathOf(locationOf(resource, location))
      const child = path === undefined ? undefined : childOf(path, file, above)
      if (!child || above.length >= MAX_NESTING - 1 || count > MAX_RESOURCES) {
        const template = path ? ` ${nameOf(path)}` : ''
        const why = child
          ? 'is not read: there are too many of them.'
          : `was not given. Add its template${template} to the files.`
        const message = `The nested stack ${resource.id} ${why}`
        causes.push({ kind: 'nested', name: resource.id, message, at: resource.at })
        continue
      }
      const { under } = resource
      children.set(
        resource.id,
        open(child, `${prefix}${resource.id}/`, [...above, file], {
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

  const services_ = files.filter(({ format }) => format === 'serverless')
  for (const [i, file] of services_.entries()) {
    if (!file.root) continue
    const content = (wanted: string) => contentOf(wanted, file)
    const options = { prefix: `service${i}/`, known, ...outputs, file: content }
    const service = reader(readers, 'serverless').openService(file.root, options, content)
    services.push(service)
    stacks.push({ stack: service.stack, sam: false })
  }
  // What a service includes is no stack of its own.
  const own = templates.filter(({ root }) => root && !used.has(root))
  const nested = new Set(own.flatMap(file => nestedIn(file).map(path => childOf(path, file, []))))
  // Templates that nest each other in a circle, or that nothing reads after all, are read as if nothing nested them.
  for (const file of [...own.filter(it => !nested.has(it)), ...own])
    if (!opened.has(file)) open(file, `stack${templates.indexOf(file)}/`)
  return { stacks, services, used }
}

/** The values that a template gives the one that it nests. */
function parametersOf(nested: TemplateResource): ReadonlyMap<string, Term> {
  const given = propertyOf(nested, 'Parameters')
  return new Map(
    given.kind === 'fields' ? [...given.fields].map(([name, { value }]) => [name, value] as const) : [],
  )
}

/** The paths and addresses of nested stacks, whatever decides them. */
function nestedIn({ root }: OpenedFile): readonly string[] {
  const resources = valueAt(root, 'Resources')
  return (resources?.kind === 'map' ? resources.entries : []).flatMap(({ value }) => {
    const location = NESTED.get(textOf(valueAt(value, 'Type')) ?? '')
    if (location === undefined || value.kind !== 'map') return []
    return uploadedFile(value, location) ?? pathsIn(valueAt(value, 'Properties', location))
  })
}

/** The texts below a node that may be a path, or the end of one. */
function pathsIn(node: Node | undefined): readonly string[] {
  if (node?.kind === 'scalar') return [node.value.replace(/\$\{[^${}]*\}/g, '\0')]
  if (node?.kind === 'list') return node.items.flatMap(pathsIn)
  return node?.entries.flatMap(({ value }) => pathsIn(value)) ?? []
}

const normal = (path: string): string => path.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '')

/** A path as written in the file `from`. */
function resolvePath(path: string, from: string): string {
  const folder = normal(from).split('/').slice(0, -1)
  for (const part of path.split('/')) {
    if (part === '..') folder.pop()
    else if (part !== '.' && part !== '') folder.push(part)
  }
  return folder.join('/')
}

/** Do the files name more files that are called like an address than there are? Then it is not known which ones these are. */
function ambiguityOf(files: readonly OpenedFile[]): (address: string) => boolean {
  let texts: Map<string, ReadonlySet<string>> | undefined
  return address => {
    texts ??= textsByName(files)
    const name = fileOf(address)
    const given = files.filter(({ source }) => fileOf(normal(source.path)) === name).length
    return given > 0 && (texts.get(name)?.size ?? 0) > given
  }
}

/** Texts that may be a path or an address, by the name of the file. */
function textsByName(files: readonly OpenedFile[]): Map<string, ReadonlySet<string>> {
  const texts = new Map<string, Set<string>>()
  for (const text of files.flatMap(({ tree }) => pathsIn(tree?.root))) {
    if (!text.includes('/')) continue
    const name = fileOf(text)
    texts.set(name, (texts.get(name) ?? new Set()).add(text))
  }
  return texts
}

/** The last step of a path or an address, without a query. */
const fileOf = (path: string): string => fileName(path).replace(/[?#].*/s, '')

/** The one file whose path ends most like an address. */
function copyOf(address: string, files: readonly OpenedFile[]): OpenedFile | undefined {
  const steps = [fileOf(address), ...address.split('/').reverse().slice(1)]
  let most = 0
  let found: OpenedFile | undefined
  for (const file of files) {
    const path = normal(file.source.path).split('/').reverse()
    const length = [...path, undefined].findIndex((step, i) => step !== steps[i])
    if (length === most) found = undefined
    if (length > most) [most, found] = [length, file]
  }
  return found
}
