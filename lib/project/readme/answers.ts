import type { Model } from '../../model/model'
import { paragraphs, table } from './markdown'

/** What API Gateway answers, and why it may not be what you expect. */
export function answers({ api, endpoints }: Model): readonly string[] {
  const isHttp = api.type === 'http'
  const has = (auth: string) => endpoints.some(endpoint => endpoint.auth === auth)
  const rows: string[][] = []
  if (has('access_token'))
    rows.push(
      ['access token', 'none', unauthorized],
      [
        'access token',
        'an access token without any of its scopes',
        isHttp ? '403 `{"message":"Forbidden"}`' : `${unauthorized}; 403 has been reported too`,
      ],
      ['access token', 'an access token with one of its scopes', '200'],
      ['access token', 'an ID token', isHttp ? '403: it carries no scope' : unauthorized],
    )
  if (has('id_token'))
    rows.push(
      ['ID token', 'none', unauthorized],
      [
        'ID token',
        'an access token',
        isHttp ? '200: a JWT authorizer does not tell them apart' : unauthorized,
      ],
      ['ID token', 'an ID token', '200'],
    )
  if (has('none')) rows.push(['no token', 'any or none', '200'])
  return [
    '## What to expect',
    table(['The endpoint wants', 'The request has', 'Answer'], rows),
    paragraphs(
      has('access_token') &&
        'To see the answer to a wrong scope, leave the right one out of the scopes that the token is asked for with.',
      !isHttp &&
        api.hasAuthorizer &&
        'A 403 that says `Missing Authentication Token` is not about the token: no endpoint has that path and method in' +
          ' that stage.',
      api.hasAuthorizer &&
        'Scopes count by their full name, `identifier/name`, exactly as the token spells them in its `scope` claim. Only' +
          ' tokens from the token endpoint carry them: those of an SDK sign-in hold `aws.cognito.signin.user.admin` alone.',
    ),
  ].filter(Boolean)
}

const unauthorized = '401 `{"message":"Unauthorized"}`'
