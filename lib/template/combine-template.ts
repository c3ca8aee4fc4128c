import type { Model } from '../model/model'
import { protection } from '../model/protection'
import { api } from './api'
import { identity } from './identity'
import type { Template } from './template'

/** Both halves as one template. */
export function fullTemplate(model: Model): Template {
  const one = identity(model)
  const other = api(model)
  return {
    parameters: [...one.parameters, ...other.parameters],
    resources: [...one.resources, ...other.resources],
    outputs: [...one.outputs, ...other.outputs],
  }
}

/** The template's `Description`. */
export const description = (model: Pick<Model, 'service' | 'endpoints'>): string =>
  `${model.service}: an API ${protection(model)}`
