import { type Cause, distinctCauses, outside } from '../deployed/cause'
import type { Deployed } from '../deployed/deployed'
import type { Entry, MapNode, Source, Span } from '../source/node'
import { asSnapshot, readSnapshot, snapshotMember } from './aws-snapshot/aws-snapshot'
import { readHttpApis, readHttpParts } from './cloudformation/http'
import { readIdentity } from './cloudformation/identity'
import { readRestApis, readRestParts } from './cloudformation/rest'
import type { InputFormat } from './detect'
import { type GivenFile, type OpenedFile, openFiles } from './files'
import { readOpenApi } from './openapi/openapi'
import { readSam } from './sam/sam'
import { type Builder, emptyBuilder } from './template/builder'
import { orderOf } from './template/order'
import type { Known } from './template/parameters'
import { serviceOf } from './template/service'
import { openTemplates } from './templates'

export type { InputFormat } from './detect'
export type { GivenFile } from './files'

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

/** What the files deploy, as far as it is known. */
export interface Reading {
  readonly files: readonly ReadFile[]
  readonly deployed: Deployed
  readonly duplicates: readonly Entry[]
  /** Ranges that aliases and merges refer to. */
  readonly shared: readonly Span[]
}

/** Reads files of any of the formats together; a file that cannot be read is listed with the reason. */
export function readFiles(given: readonly GivenFile[], options: ReadOptions = {}): Reading {
  const known: Known = {
    parameters: new Map(Object.entries(options.parameters ?? {})),
    ...(options.stage !== undefined && { stage: options.stage }),
  }
  const opened = openFiles(given)
  const builder = emptyBuilder()
  const { stacks, services, used } = openTemplates(opened, known)

  for (const { stack, sam } of stacks) {
    readIdentity(stack, builder)
    readRestApis(stack, builder)
    readHttpApis(stack, builder)
    if (sam) readSam(stack, builder)
    builder.services.push(serviceOf(stack))
    builder.open.push(...stack.open)
  }
  for (const service of services) service.readApis(builder)
  for (const { stack } of stacks) {
    readRestParts(stack, builder)
    readHttpParts(stack, builder)
  }
  for (const service of services) service.readEvents(builder)
  for (const { root, format } of opened)
    if (format === 'openapi' && root && !used.has(root)) readOpenApi(root, builder)
  readSnapshot(opened.flatMap(snapshotOf), builder)

  limit(builder)
  return {
    files: opened.map(file => toReadFile(file, builder, used)),
    deployed: { ...builder, isOrdered: orderOf(stacks.map(({ stack }) => stack)) },
    duplicates: opened.flatMap(({ tree }) => tree?.duplicates ?? []),
    shared: opened.flatMap(({ tree }) => tree?.shared ?? []),
  }
}

/** CloudFormation allows 500 resources in a template; rules compare things pair by pair. */
const MAX_THINGS = 500

/** Drops what is beyond any deployment, and says so: what is absent can then not be claimed any more. */
function limit(builder: Builder): void {
  for (const [name, things] of Object.entries(builder)) {
    if (name === 'open' || things.length <= MAX_THINGS) continue
    things.length = MAX_THINGS
    builder.open.push(
      outside(name, `The files contain more than ${MAX_THINGS} ${name}. Only the first ones are read.`),
    )
  }
}

function snapshotOf({ root, format }: OpenedFile): readonly MapNode[] {
  if (format !== 'aws-snapshot' || !root) return []
  const member = snapshotMember(root)
  return [
    member && !root.entries.some(({ key }) => key.value === 'awsSnapshot') ? asSnapshot(root, member) : root,
  ]
}

function toReadFile(file: OpenedFile, builder: Builder, used: ReadonlySet<MapNode>): ReadFile {
  const { source, root, format, problems } = file
  const isUsed = root !== undefined && used.has(root)
  // A fragment of another file has no format itself.
  const hasProblems = problems.length > 0 && !(isUsed && format === undefined)
  const isRead = format !== undefined || isUsed
  const open: readonly Cause[] = [...builder.open, ...builder.apis.flatMap(api => api.open)]
  const missing = distinctCauses(open).flatMap(({ at, message }) =>
    at?.source === source ? [{ at, message }] : [],
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

/** CDK notes the path of each construct in the metadata of its resource. */
const isGenerated = (root: MapNode | undefined): boolean => {
  const resources = root?.entries.find(({ key }) => key.value === 'Resources')?.value
  return (
    resources?.kind === 'map' &&
    resources.entries.some(
      ({ value }) =>
        value.kind === 'map' &&
        value.entries.some(
          ({ key, value: metadata }) =>
            key.value === 'Metadata' &&
            metadata.kind === 'map' &&
            metadata.entries.some(entry => entry.key.value === 'aws:cdk:path'),
        ),
    )
  )
}
