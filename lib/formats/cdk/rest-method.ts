import { child } from '../../document/field-path'
import { memoizeNode } from '../../model/memoize-node'
import type { Auth, Endpoint } from '../../model/model'
import { code, quote } from '../../text/code'
import { comment, type Line, withField } from '../../text/line'
import { type Block, block } from '../../text/print-cache'
import { at, expressionList, paragraph } from './lines'
import { integrationVariable, type Scopes, scopeName } from './names'
import { pathVariable } from './rest-path'

type MethodInputs = Pick<Endpoint, 'field' | 'method' | 'auth'> & {
  /** Id of the path's resource; undefined for the root. */
  readonly pathId: string | undefined
  /** `readOAuthScope.scopeName` */
  readonly scopes: readonly string[]
  readonly functionId: string
  readonly explained: boolean
  readonly spaced: boolean
}

/** The method of one endpoint. `explained`: it is the first with its `auth`; `spaced`: after an empty line. */
export const method = memoizeNode(
  (endpoint: Endpoint, names: Scopes, explained: boolean, spaced: boolean): Block =>
    block(
      {
        field: endpoint.field,
        method: endpoint.method,
        auth: endpoint.auth,
        pathId: endpoint.node?.id,
        scopes: endpoint.scopes.map(use => scopeName(use, names)),
        functionId: endpoint.function.id,
        explained,
        spaced,
      },
      methodLines,
    ),
)

const methodLines = (inputs: MethodInputs): Line[] =>
  paragraph(
    withField(
      inputs.field,
      code`
        ${inputs.explained ? comment('//', WHY[inputs.auth]) : undefined}
        ${at(child(inputs.field, 'method'), `${pathVariable(inputs.pathId)}.addMethod(${quote(inputs.method)}, ${integrationVariable(inputs.functionId)}, {`)}
          ${authorization(inputs)}
        });
      `,
    ),
    inputs.spaced,
  )

function authorization({ field, auth, scopes }: MethodInputs): Line[] {
  const at = child(field, 'auth')
  if (auth === 'none') return [{ text: 'authorizationType: apigateway.AuthorizationType.NONE,', field: at }]
  if (auth === 'iam') return [{ text: 'authorizationType: apigateway.AuthorizationType.IAM,', field: at }]
  return [
    { text: 'authorizer,', field: at },
    { text: 'authorizationType: apigateway.AuthorizationType.COGNITO,', field: at },
    ...expressionList('authorizationScopes', child(field, 'scopes'), scopes),
  ]
}

/** Explains the authorization of a method, at the first method of each kind. */
const WHY: Readonly<Record<Auth, string | undefined>> = {
  access_token:
    'The method requires an access token with at least one of these scopes. Without scopes it would require an ID\n' +
    'token and answer 401 to every access token. Scopes without an authorizer would leave it public.',
  id_token: 'Without authorizationScopes the method requires an ID token and answers 401 to access tokens.',
  iam:
    'Requests must be signed with AWS credentials that allow execute-api:Invoke. No token gives access here: the\n' +
    'authorizer is not asked.',
  none: 'Public.',
}
