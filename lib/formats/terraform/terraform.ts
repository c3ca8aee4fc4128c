import type { Format } from '../format'
import { project } from './project'
import { FILE, moduleBlocks } from './text'

/** One Terraform module, for Terraform 1.5 or later and OpenTofu. */
export const terraform = {
  id: 'terraform',
  name: 'Terraform',
  label: 'Terraform',
  language: 'hcl',
  fileName: () => FILE,
  blocks: moduleBlocks,
  project,
} as const satisfies Format
