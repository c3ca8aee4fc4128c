import type { Auth, Model } from '../model/model'
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

/** What the requests of an API need, for sentences about the whole of it. */
export function protection({ endpoints }: Pick<Model, 'endpoints'>): string {
  const has = (auth: Auth) => endpoints.some(endpoint => endpoint.auth === auth)
  if (has('access_token')) return 'protected by Cognito access tokens'
  if (has('id_token')) return 'protected by Cognito ID tokens'
  if (has('iam')) return 'protected by AWS signatures'
  return 'without protected endpoints'
}

/** The template's `Description`. */
export const description = (model: Pick<Model, 'service' | 'endpoints'>): string =>
  `${model.service}: an API ${protection(model)}`
