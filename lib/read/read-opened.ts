import { type Cause, distinctCauses, outside } from '../deployed/cause'
import type { Deployed } from '../deployed/deployed'
import { type Entry, type MapNode, type Source, type Span, textOf, valueAt } from '../source/node'
import { readIdentity } from './cloudformation/identity'
import { readRestApis, readRestAuthorizers, readRestParts } from './cloudformation/rest'
import type { InputFormat } from './detect'
import { type OpenedFile, openFile } from './files'
import { type Readers, reader } from './readers'
import { type Builder, emptyBuilder } from './template/builder'
import { orderOf } from './template/order'
import type { Known } from './template/parameters'
import { resourcesOf, type Stack } from './template/resource'
import { serviceOf } from './template/service'
import { openTemplates } from './templates'

/** Values for what is unknown in the files. */
export interface ReadOptions {
  readonly parameters?: Readonly<Record<string, string>>
  readonly stage?: string
}

/** What became of one file. */
export interface ReadFile {
  readonly path: string
  readonly source: Source
  readonly format: InputFormat | undefined
  /** Written by a generator such as CDK. */
  readonly generated: boolean
  readonly read: 'whole' | 'partly' | 'refused'
  /** Why it was refused, or what of it is not known. */
  readonly problems: readonly { readonly at: Span; readonly message: string }[]
}

/** Whether a template has resources of HTTP APIs. */
const hasHttpApis = ({ resources }: Stack): boolean =>
  [...resources.values()].some(({ type }) => type.startsWith('AWS::ApiGatewayV2::'))

/** What the files deploy, as far as it is known. */
export interface Reading {
  readonly files: readonly ReadFile[]
  readonly deployed: Deployed
  readonly duplicates: readonly Entry[]
  /** Ranges that aliases and merges refer to. */
  readonly shared: readonly Span[]
  /** Reads the files again, some of them with other texts. Only these are parsed again. */
  readonly readAgain: (texts: ReadonlyMap<Source, string>, options: ReadOptions) => Reading
}

/** Reads files that are open, with the readers of their formats. A file that cannot be read is listed with the reason. */
export function readOpened(opened: readonly OpenedFile[], options: ReadOptions, readers: Readers): Reading {
  const known: Known = {
    parameters: new Map(Object.entries(options.parameters ?? {})),
    ...(options.stage !== undefined && { stage: options.stage }),
  }
  const builder = emptyBuilder()
  const { stacks, services, used } = openTemplates(opened, known, readers)

  for (const { stack, sam } of stacks) {
    readIdentity(stack, sam, builder)
    readRestApis(stack, builder, readers)
    if (hasHttpApis(stack)) reader(readers, 'http').readHttpApis(stack, builder, readers)
    if (sam) reader(readers, 'sam').readSam(stack, builder, readers)
    builder.services.push(serviceOf(stack))
    builder.open.push(...stack.open)
  }
  for (const service of services) service.readApis(builder)
  const resources = resourcesOf(stacks.map(({ stack }) => stack))
  for (const { stack } of stacks) {
    readRestAuthorizers(stack, builder)
    if (hasHttpApis(stack)) reader(readers, 'http').readHttpAuthorizers(stack, builder, resources)
  }
  for (const { stack } of stacks) {
    readRestParts(stack, builder, resources)
    if (hasHttpApis(stack)) reader(readers, 'http').readHttpParts(stack, builder, resources)
  }
  for (const service of services) service.readEvents(builder)
  for (const { root, format } of opened)
    if (format === 'openapi' && root && !used.has(root)) reader(readers, 'openapi').readOpenApi(root, builder)
  const snapshots = opened.flatMap(({ root, format }) => (format === 'aws-snapshot' && root ? [root] : []))
  if (snapshots.length > 0) reader(readers, 'aws-snapshot').readSnapshot(snapshots, builder)

  limit(builder)
  const missing = [...builder.open, ...builder.apis.flatMap(api => api.open)]
  // Any of them makes a claim undecided. Rules pass all of them on as arguments, of which there can be too many.
  const open = distinctCauses(builder.open).slice(0, MAX_THINGS)
  return {
    files: opened.map(file => toReadFile(file, missing, used)),
    deployed: { ...builder, open, isOrdered: orderOf(stacks.map(({ stack }) => stack)) },
    duplicates: opened.flatMap(({ tree }) => tree?.duplicates ?? []),
    shared: opened.flatMap(({ tree }) => tree?.shared ?? []),
    readAgain: (texts, again) =>
      readOpened(
        opened.map(file => {
          const text = texts.get(file.source)
          return text === undefined ? file : openFile({ path: file.source.path, text }, readers)
        }),
        again,
        readers,
      ),
  }
}

/** CloudFormation allows 500 resources in a template; rules compare things pair by pair. */
const MAX_THINGS = 500

/** Drops what is beyond any deployment, and says so: what is absent can then not be claimed any more. */
function limit(builder: Builder): void {
  for (const [name, things] of Object.entries(builder)) {
    if (name === 'open' || things.length <= MAX_THINGS) continue
    const next = things[MAX_THINGS]
    things.length = MAX_THINGS
    builder.open.push({
      ...outside(name, `The files contain more than ${MAX_THINGS} ${name}. Only the first ones are read.`),
      ...(next && 'at' in next && { at: next.at }),
    })
  }
}

function toReadFile(file: OpenedFile, causes: readonly Cause[], used: ReadonlySet<MapNode>): ReadFile {
  const { source, root, format, problems } = file
  const isUsed = root !== undefined && used.has(root)
  // A fragment of another file has no format itself.
  const hasProblems = problems.length > 0 && !(isUsed && format === undefined)
  const isRead = format !== undefined || isUsed
  const missing = distinctCauses(causes.filter(({ at }) => at?.source === source)).flatMap(
    ({ at, message }) => (at ? [{ at, message }] : []),
  )
  return {
    path: source.path,
    source,
    format,
    generated: isGenerated(root),
    read: !isRead ? 'refused' : missing.length > 0 || hasProblems ? 'partly' : 'whole',
    problems: [...(hasProblems ? problems : []), ...(isRead ? missing : [])],
  }
}

/**
 * CDK notes the path of each construct in the metadata of its resource, unless it is told not to, and asks for the version of
 * its bootstrap stack (aws-cdk-lib/core, addBootstrapVersionRule).
 */
const isGenerated = (root: MapNode | undefined): boolean => {
  const version = textOf(valueAt(root, 'Parameters', 'BootstrapVersion', 'Default'))
  const resources = valueAt(root, 'Resources')
  return (
    version?.startsWith('/cdk-bootstrap/') === true ||
    (resources?.kind === 'map' &&
      resources.entries.some(({ value }) => valueAt(value, 'Metadata', 'aws:cdk:path') !== undefined))
  )
}
