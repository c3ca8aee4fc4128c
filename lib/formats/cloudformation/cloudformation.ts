import { resourceCount } from '../../template/resource-count'
import type { Format } from '../format'
import { jsonBlocks } from './json-text'
import { JSON_FILE, project, YAML_FILE } from './project'
import { yamlBlocks } from './yaml-text'

/** One CloudFormation template with everything in it, the functions' code too. */
export const cloudformation = {
  id: 'cloudformation',
  name: 'CloudFormation',
  label: 'CloudFormation',
  language: 'yaml',
  fileName: () => YAML_FILE,
  blocks: yamlBlocks,
  project: model => project(model, YAML_FILE),
  resourceCount,
} as const satisfies Format

/** The same document for tools that read JSON only. */
export const cloudformationJson = {
  ...cloudformation,
  id: 'cloudformation-json',
  label: 'CloudFormation JSON',
  language: 'json',
  fileName: () => JSON_FILE,
  blocks: jsonBlocks,
  project: model => project(model, JSON_FILE),
} as const satisfies Format
