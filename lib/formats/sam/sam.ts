import type { Format } from '../format'
import { project } from './project'
import { expandedCount } from './resource-count'
import { FILE, templateBlocks } from './text'

/** An AWS SAM template: CloudFormation with the API and the functions in short. */
export const sam = {
  id: 'sam',
  name: 'SAM',
  label: 'SAM',
  language: 'yaml',
  fileName: () => FILE,
  blocks: templateBlocks,
  project,
  resourceCount: expandedCount,
} as const satisfies Format
