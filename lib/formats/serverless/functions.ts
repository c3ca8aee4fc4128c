import { child } from '../../document/field-path'
import { memoizeNode } from '../../model/memoize-node'
import type { Api, Endpoint, LambdaFunction, Model } from '../../model/model'
import { cutService, functionKey, functionName } from '../../model/staged-names'
import { triggerOf } from '../../model/trigger'
import { firstOfEachAuth } from '../../template/first-of-each-auth'
import { AUTHORIZER } from '../../template/rest/authorizer'
import { staged } from '../../template/stage'
import { annotate, fromField, itemsOf, ref, type Value } from '../../template/value'
import { type Line, withField } from '../../text/line'
import { type Block, block } from '../../text/print-cache'
import { items, members, variable } from './lines'
import { JWT_AUTHORIZER } from './service'

/** Explanations at the first endpoint of each kind. */
const WHY = {
  type: 'Without `type` the framework creates a Lambda authorizer and silently drops the scopes',
  restScopes:
    'The method requires an access token with at least one of these scopes. Without scopes it would\n' +
    'require an ID token and answer 401 to every access token.',
  httpScopes:
    'The route requires one of these scopes. Other tokens get 403, and so do ID tokens, which have no scopes.',
  spelled: 'Full names, in quotes: YAML would not read yes, 012 or 12:30 as strings.',
  restIdToken: 'Without scopes the method requires an ID token and answers 401 to access tokens.',
  iam:
    'Requests must be signed with AWS credentials that allow execute-api:Invoke. No token gives access here:\n' +
    'the authorizer is not asked.',
  httpIdToken: 'Without scopes the route accepts every valid token of the clients, including access tokens.',
} as const

/**
 * A block for each function, one per handler, followed by one for each of its endpoints: they are its events. The
 * trigger's function has none: the user pool refers to it.
 */
export function functionBlocks(model: Model): readonly Block[] {
  const { service, api, endpoints, functions } = model
  const trigger = triggerOf(model)
  const first = firstOfEachAuth(endpoints)
  const events = new Map<LambdaFunction, Block[]>(functions.map(lambda => [lambda, []]))
  for (const endpoint of endpoints)
    events
      .get(endpoint.function)
      ?.push(eventBlock(endpoint, api.type, api.cors !== undefined, first.has(endpoint)))
  return [
    ...[...events].flatMap(([lambda, own]) => [
      functionBlock(lambda, cutService(service, lambda), true),
      ...own,
    ]),
    ...(trigger ? [functionBlock(trigger.function, cutService(service, trigger.function), false)] : []),
  ]
}

/** Names the service by a variable where its name is not cut, so that another name of the service changes one line. */
const functionBlock = memoizeNode(
  ({ id, field, handler }: LambdaFunction, cut: string | undefined, hasEvents: boolean): Block => {
    const key = functionKey({ id })
    const name = cut === undefined ? `${variable('self:service')}-${key}` : functionName(cut, key)
    return block({ key, name, field, handler, hasEvents }, functionHead)
  },
)

type FunctionInputs = Pick<LambdaFunction, 'field' | 'handler'> & {
  readonly key: string
  /** Without the stage. */
  readonly name: string
  readonly hasEvents: boolean
}

function functionHead({ key, name, field, handler, hasEvents }: FunctionInputs): Line[] {
  return withField(field, [
    ...members({ [key]: { name: staged(field, name), handler } }, 1),
    ...(hasEvents ? [{ text: '    events:' }] : []),
  ])
}

type EventInputs = Pick<Endpoint, 'field' | 'method' | 'path' | 'auth'> & {
  readonly hasCors: boolean
  readonly fullScopes: readonly string[]
  readonly explained: boolean
}

const eventBlock = memoizeNode(
  (endpoint: Endpoint, type: Api['type'], hasCors: boolean, explained: boolean): Block =>
    block(
      {
        field: endpoint.field,
        method: endpoint.method,
        path: endpoint.path,
        auth: endpoint.auth,
        hasCors,
        fullScopes: endpoint.scopes.map(({ fullScope }) => fullScope),
        explained,
      },
      type === 'rest' ? restEvent : httpEvents,
    ),
)

const restEvent = (inputs: EventInputs): Line[] => items([restEventValue(inputs)], 2)

const httpEvents = (inputs: EventInputs): Line[] => items(httpEventValues(inputs), 2)

function restEventValue(inputs: EventInputs): Value {
  const { field, method, path, auth, hasCors, explained } = inputs
  return fromField(field, {
    http: {
      method: fromField(child(field, 'method'), method),
      path: fromField(child(field, 'path'), path),
      cors: hasCors ? fromField('api.cors', variable('self:custom.cors')) : undefined,
      authorizer:
        auth === 'iam'
          ? iamAuthorizer(inputs, 'AWS_IAM')
          : auth === 'none'
            ? undefined
            : annotate(
                {
                  type: annotate('COGNITO_USER_POOLS', { comment: explained ? WHY.type : undefined }),
                  authorizerId: ref(AUTHORIZER),
                  scopes: scopes(inputs, explained ? `${WHY.restScopes}\n${WHY.spelled}` : undefined),
                },
                {
                  field: child(field, 'auth'),
                  comment: explained && auth === 'id_token' ? WHY.restIdToken : undefined,
                },
              ),
    },
  })
}

function httpEventValues(inputs: EventInputs): readonly Value[] {
  const { field, method, path, auth, hasCors, explained } = inputs
  const event = fromField(field, {
    httpApi: {
      method: fromField(child(field, 'method'), method === 'ANY' ? '*' : method),
      path: fromField(child(field, 'path'), path),
      authorizer:
        auth === 'iam'
          ? iamAuthorizer(inputs, 'aws_iam')
          : auth === 'none'
            ? undefined
            : annotate(
                {
                  name: JWT_AUTHORIZER,
                  scopes: scopes(inputs, explained ? `${WHY.httpScopes}\n${WHY.spelled}` : undefined),
                },
                {
                  field: child(field, 'auth'),
                  comment: explained && auth === 'id_token' ? WHY.httpIdToken : undefined,
                },
              ),
    },
  })
  if (!hasCors || method !== 'ANY' || auth === 'none') return [event]
  return [
    event,
    annotate(
      { httpApi: { method: 'OPTIONS', path } },
      { field, comment: 'The authorizer of the route above would answer preflight requests with 401' },
    ),
  ]
}

/** The two kinds of API spell the type of signed requests differently. */
const iamAuthorizer = ({ field, explained }: EventInputs, type: 'AWS_IAM' | 'aws_iam'): Value =>
  annotate({ type }, { field: child(field, 'auth'), comment: explained ? WHY.iam : undefined })

const scopes = ({ field, auth, fullScopes }: EventInputs, comment: string | undefined): Value | undefined =>
  auth === 'access_token'
    ? annotate(itemsOf(child(field, 'scopes'), fullScopes), {
        field: child(field, 'scopes'),
        quoted: true,
        comment,
      })
    : undefined
