import { child, type FieldPath } from '../../document/field-path'
import { ALLOWED_HEADERS, echoOrigin } from '../rest/preflight'
import { annotate, fromField, type Mapping } from '../value'

export interface PreflightInputs {
  /** Field of the CORS settings. */
  readonly field: FieldPath
  readonly allowOrigins: readonly string[]
  /** Methods of the path, separated by commas. */
  readonly methods: string
  readonly operationId?: string | undefined
  readonly parameters?: readonly Mapping[] | undefined
}

/** `options` of one path of a REST API: API Gateway answers it itself, without a token. */
export function preflightOperation(inputs: PreflightInputs): Mapping {
  const { field, allowOrigins, methods } = inputs
  const names = [
    'Access-Control-Allow-Headers',
    'Access-Control-Allow-Methods',
    'Access-Control-Allow-Origin',
  ]
  const headers = [...names, ...(allowOrigins.length > 1 ? ['Vary'] : [])]
  const [allowHeaders, allowMethods, allowOrigin, vary] = headers.map(
    name => `method.response.header.${name}`,
  )
  return {
    operationId: inputs.operationId,
    parameters: inputs.parameters,
    security: [],
    responses: {
      '204': {
        description: 'Preflight',
        headers: Object.fromEntries(headers.map(name => [name, { schema: { type: 'string' } }])),
      },
    },
    'x-amazon-apigateway-integration': {
      type: 'mock',
      requestTemplates: { 'application/json': '{"statusCode": 204}' },
      responses: {
        default: {
          statusCode: annotate('204', { quoted: true }),
          responseParameters: {
            [`${allowHeaders}`]: `'${ALLOWED_HEADERS}'`,
            [`${allowMethods}`]: `'${methods}'`,
            [`${allowOrigin}`]: fromField(child(field, 'allowOrigins', 0), `'${allowOrigins[0]}'`),
            ...(vary !== undefined && { [vary]: "'Origin'" }),
          },
          ...(allowOrigins.length > 1 && {
            responseTemplates: fromField(child(field, 'allowOrigins'), {
              'application/json': echoOrigin(allowOrigins),
            }),
          }),
        },
      },
    },
  }
}
