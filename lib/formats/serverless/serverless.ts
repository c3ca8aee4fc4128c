import type { Model } from '../../model/model'
import { allFunctions } from '../../model/trigger'
import { resourceCount } from '../../template/resource-count'
import type { Format } from '../format'
import { project } from './project'
import { FILE, serviceBlocks } from './text'

/** `serverless.yml` for osls 4 and for Serverless 3 and 4. */
export const serverless = {
  id: 'serverless',
  name: 'Serverless',
  label: 'Serverless',
  language: 'yaml',
  fileName: () => FILE,
  blocks: serviceBlocks,
  project,
  resourceCount: packagedCount,
} as const satisfies Format

/** Adds a log group for each function, the deployment bucket and its policy; the stage of a REST API is no resource. */
function packagedCount(model: Model): number {
  return resourceCount(model) + allFunctions(model).length + 2 - (model.api.type === 'rest' ? 1 : 0)
}
