import { child } from '../../document/field-path'
import type { Api, Endpoint, LambdaFunction, Model } from '../../model/model'
import { keyOf } from '../../template/key'
import { AUTHORIZER } from '../../template/rest/authorizer'
import { staged } from '../../template/stage'
import { annotate, fromField, ref, type Value } from '../../template/value'
import { type Line, withField } from '../../text/line'
import { items, members } from './lines'
import { functionKey, functionName } from './names'
import { JWT_AUTHORIZER } from './service'
import { variable } from './variable'

/** Said at the first endpoint of each kind. */
const WHY = {
  type: 'Without `type` the framework makes a Lambda authorizer of it and drops the scopes without a word',
  restScopes:
    'With scopes the method wants an access token that carries any one of them. Without, it would want\n' +
    'an ID token and answer 401 to every access token.',
  httpScopes:
    'Any one of them opens the route. A token without gets 403, and so does every ID token: it has no scopes.',
  spelled: 'By their full name, and in quotes: YAML would read yes, 012 or 12:30 as something else.',
  restIdToken: 'No scopes here: the method wants an ID token, and answers 401 to an access token.',
  httpIdToken: 'No scopes here: the route lets in every valid token of the clients, access tokens too.',
} as const

/** A piece of the text that is remembered by its key. */
interface Chunk {
  readonly key: string
  readonly make: () => readonly Line[]
}

/** One function for each handler; endpoints that share it are its events. */
export function functionChunks(model: Model): readonly Chunk[] {
  const endpoints = new Map<LambdaFunction, Endpoint[]>(model.functions.map(lambda => [lambda, []]))
  for (const endpoint of model.endpoints) endpoints.get(endpoint.function)!.push(endpoint)
  const first = new Set(
    (['access_token', 'id_token'] as const).map(auth => model.endpoints.find(one => one.auth === auth)),
  )
  return [...endpoints].flatMap(([lambda, own]) => [
    head(model.service, lambda),
    ...own.map(endpoint => event(model.api, endpoint, first.has(endpoint))),
  ])
}

const head = (service: string, lambda: LambdaFunction): Chunk => ({
  key: keyOf('serverless function', service, lambda.id, lambda.field, lambda.handler),
  make() {
    const key = functionKey(lambda)
    const name = staged(lambda.field, functionName(service, key))
    return withField(lambda.field, [
      ...members({ [key]: { name, handler: lambda.handler } }, 1),
      { text: '    events:' },
    ])
  },
})

const event = (api: Api, endpoint: Endpoint, explained: boolean): Chunk => ({
  key: keyOf(
    'serverless event',
    api.type,
    api.cors !== undefined,
    endpoint.field,
    endpoint.method,
    endpoint.path,
    endpoint.auth,
    endpoint.scopes.map(({ fullScope }) => fullScope),
    explained,
  ),
  make: () =>
    items(
      api.type === 'rest'
        ? [httpEvent(endpoint, api.cors !== undefined, explained)]
        : httpApiEvents(endpoint, api.cors !== undefined, explained),
      2,
    ),
})

const httpEvent = (endpoint: Endpoint, cors: boolean, explained: boolean): Value => {
  const { field, method, path, auth } = endpoint
  return fromField(field, {
    http: {
      method: fromField(child(field, 'method'), method),
      path: fromField(child(field, 'path'), path),
      cors: cors ? fromField('api.cors', variable('self:custom.cors')) : undefined,
      authorizer:
        auth === 'none'
          ? undefined
          : annotate(
              {
                type: annotate('COGNITO_USER_POOLS', { comment: explained ? WHY.type : undefined }),
                authorizerId: ref(AUTHORIZER),
                scopes: scopes(endpoint, explained ? `${WHY.restScopes}\n${WHY.spelled}` : undefined),
              },
              {
                field: child(field, 'auth'),
                comment: explained && auth === 'id_token' ? WHY.restIdToken : undefined,
              },
            ),
    },
  })
}

function httpApiEvents(endpoint: Endpoint, cors: boolean, explained: boolean): readonly Value[] {
  const { field, method, path, auth } = endpoint
  const event = fromField(field, {
    httpApi: {
      method: fromField(child(field, 'method'), method === 'ANY' ? '*' : method),
      path: fromField(child(field, 'path'), path),
      authorizer:
        auth === 'none'
          ? undefined
          : annotate(
              {
                name: JWT_AUTHORIZER,
                scopes: scopes(endpoint, explained ? `${WHY.httpScopes}\n${WHY.spelled}` : undefined),
              },
              {
                field: child(field, 'auth'),
                comment: explained && auth === 'id_token' ? WHY.httpIdToken : undefined,
              },
            ),
    },
  })
  if (!cors || method !== 'ANY' || auth === 'none') return [event]
  return [
    event,
    annotate(
      { httpApi: { method: 'OPTIONS', path } },
      { field, comment: 'The route above would catch the preflight, and its authorizer answer it with 401' },
    ),
  ]
}

const scopes = ({ field, auth, scopes }: Endpoint, comment: string | undefined): Value | undefined =>
  auth === 'access_token'
    ? annotate(
        scopes.map(use => fromField(use.field, use.fullScope)),
        { field: child(field, 'scopes'), quoted: true, comment },
      )
    : undefined
