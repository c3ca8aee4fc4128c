import type { Model } from '../model/model'
import type { Printed } from '../text/line'
import type { PrintCache } from '../text/print-cache'

export type FormatId = 'cloudformation' | 'cloudformation-json' | 'serverless' | 'cdk'

/** One output format: a pure function of the model. */
export interface Emitter {
  readonly id: FormatId
  readonly label: string
  /** Where the text stands in the project of its format, with forward slashes. */
  readonly fileName: (model: Model) => string
  readonly language: 'yaml' | 'json' | 'typescript'
  readonly emit: (model: Model, blocks: PrintCache) => Printed
}
