import { resourceCount } from '../../template/resource-count'
import type { Format } from '../format'
import { project } from './project'
import { stackBlocks, stackFile } from './text'

/** CDK v2 in TypeScript: one stack of L2 constructs, as a person would write and keep it. */
export const cdk = {
  id: 'cdk',
  name: 'CDK',
  label: 'CDK',
  language: 'typescript',
  fileName: stackFile,
  blocks: stackBlocks,
  project,
  resourceCount,
} as const satisfies Format
