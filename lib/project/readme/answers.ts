import type { Model } from '../../model/model'
import { triggerOf } from '../../model/trigger'
import { paragraphs, table } from './markdown'

/** What API Gateway answers to which token. */
export function answers(model: Model): readonly string[] {
  const { api, endpoints } = model
  const isHttp = api.type === 'http'
  const has = (auth: string) => endpoints.some(endpoint => endpoint.auth === auth)
  const rows: string[][] = []
  if (has('access_token'))
    rows.push(
      ['access token', 'none', unauthorized],
      ['access token', 'an access token without any of its scopes', isHttp ? forbidden : unauthorized],
      ['access token', 'an access token with one of its scopes', '200'],
      ['access token', 'an ID token', isHttp ? '403: it has no scopes' : unauthorized],
    )
  if (has('id_token'))
    rows.push(
      ['ID token', 'none', unauthorized],
      [
        'ID token',
        'an access token',
        isHttp ? '200: a JWT authorizer does not distinguish the two' : unauthorized,
      ],
      ['ID token', 'an ID token', '200'],
    )
  if (has('iam'))
    rows.push(
      ['AWS signature', 'none', isHttp ? forbidden : '403 `{"message":"Missing Authentication Token"}`'],
      [
        'AWS signature',
        'any token',
        isHttp ? forbidden : '403 `Invalid key=value pair (missing equal-sign) in Authorization header …`',
      ],
      ['AWS signature', 'a signature whose credentials allow `execute-api:Invoke`', '200'],
    )
  if (has('none')) rows.push(['no token', 'any or none', '200'])
  return [
    '## What to expect',
    table(['The endpoint requires', 'The request has', 'Answer'], rows),
    paragraphs(
      has('access_token') && 'To see the answer to a missing scope, request a token without it.',
      !isHttp &&
        api.hasAuthorizer &&
        `\`403 Missing Authentication Token\` is not about the token: the stage has no endpoint with that path and method${has('iam') ? ', or it requires a signature' : ''}.`,
      api.hasAuthorizer &&
        'Scopes are compared by their full name, `identifier/name`. Only tokens from the token endpoint contain custom' +
          ` scopes: tokens of an SDK sign-in have only \`aws.cognito.signin.user.admin\`${triggerOf(model) ? ', unless the trigger adds others' : ''}.`,
    ),
  ].filter(Boolean)
}

const forbidden = '403 `{"message":"Forbidden"}`'
const unauthorized = '401 `{"message":"Unauthorized"}`'
