import type { Model } from '../model/model'
import type { ProjectFile } from '../project/project-file'
import type { Guide } from '../project/readme/readme'
import type { Block } from '../text/print-cache'

/** One output format: everything the product does with it. Pure functions of the model. */
export interface Format {
  readonly id: string
  /** The format's name. Formats that share it are notations of one document: one tab, one project. */
  readonly name: string
  /** The name in a list of all formats: `CloudFormation JSON`. */
  readonly label: string
  readonly language: 'yaml' | 'json' | 'typescript' | 'hcl'
  /** Path of the text in the project, with forward slashes. */
  readonly fileName: (model: Model) => string
  /** The text, as the blocks that it is printed from. */
  readonly blocks: (model: Model) => readonly Block[]
  readonly project: (model: Model) => Project
  /** Number of CloudFormation resources that the format deploys; absent where it deploys no stack. */
  readonly resourceCount?: (model: Model) => number
}

/** A downloadable project: what the format's own tool needs to deploy it, and what its README says. */
export interface Project {
  /** Every file but README.md and wizard.json. */
  readonly files: readonly ProjectFile[]
  readonly guide: Guide
}
