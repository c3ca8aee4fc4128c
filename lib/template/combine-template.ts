import type { Model } from '../model/model'
import { api } from './api'
import { identity } from './identity'
import type { Template } from './template'

/** Both halves as one template. */
export function fullTemplate(model: Model): Template {
  const halves = [identity(model), api(model)]
  return {
    parameters: halves.flatMap(half => half.parameters),
    resources: halves.flatMap(half => half.resources),
    outputs: halves.flatMap(half => half.outputs),
  }
}

/** The template's `Description`. */
export const description = (service: string): string =>
  `${service}: an API protected by Cognito access tokens`
