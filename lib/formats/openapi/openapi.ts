import type { Format } from '../format'
import { project } from './project'
import { documentBlocks, FILE } from './text'

/** An OpenAPI 3.0.1 document with API Gateway's extensions. It describes the API and deploys nothing. */
export const openapi = {
  id: 'openapi',
  name: 'OpenAPI',
  label: 'OpenAPI',
  language: 'yaml',
  fileName: () => FILE,
  blocks: documentBlocks,
  project,
} as const satisfies Format
