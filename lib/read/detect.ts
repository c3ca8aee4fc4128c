import type { Tree } from '../source/build'
import { entryOf, type MapNode, textOf, valueAt } from '../source/node'
import { snapshotMember } from './aws-snapshot/member'

/** The formats that are read. */
export type InputFormat =
  | 'cloudformation'
  | 'cloudformation-json'
  | 'sam'
  | 'serverless'
  | 'openapi'
  | 'aws-snapshot'

/** The document of a file: in an answer of `get-template`, the template in it. */
export function documentOf({ root }: Tree): MapNode | undefined {
  const body = valueAt(root, 'TemplateBody')
  return [body, root].find((node): node is MapNode => node?.kind === 'map')
}

/** The format of a document, recognised by its content; undefined if it is not one of them. */
export function formatOf(root: MapNode | undefined, text: string): InputFormat | undefined {
  if (!root) return undefined
  const has = (key: string) => entryOf(root, key) !== undefined
  if (has('awsSnapshot')) return 'aws-snapshot'
  if (has('openapi') || has('swagger')) return 'openapi'
  if (has('service') && (has('provider') || has('functions'))) return 'serverless'
  if (valueAt(root, 'Resources')?.kind === 'map') {
    if (isSam(root)) return 'sam'
    return /^\uFEFF?\s*\{/.test(text) ? 'cloudformation-json' : 'cloudformation'
  }
  return snapshotMember(root) ? 'aws-snapshot' : undefined
}

function isSam(root: MapNode): boolean {
  const transform = valueAt(root, 'Transform')
  const names = transform?.kind === 'list' ? transform.items : transform ? [transform] : []
  if (names.some(node => textOf(node)?.startsWith('AWS::Serverless-'))) return true
  const resources = valueAt(root, 'Resources')
  return (
    resources?.kind === 'map' &&
    resources.entries.some(({ value }) => textOf(valueAt(value, 'Type'))?.startsWith('AWS::Serverless::'))
  )
}
