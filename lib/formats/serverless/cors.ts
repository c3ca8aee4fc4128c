import { child } from '../../document/field-path'
import type { Api, Model } from '../../model/model'
import { annotate, fromField, itemsOf, type Mapping } from '../../template/value'

type Cors = NonNullable<Api['cors']>

/** `provider.httpApi.cors`: API Gateway answers the preflight of an HTTP API itself. */
export const httpCors = ({ field, allowOrigins }: Cors, endpoints: Model['endpoints']): Mapping => ({
  allowedOrigins: fromField(
    child(field, 'allowOrigins'),
    allowOrigins.map((origin, i) => fromField(child(field, 'allowOrigins', i), origin)),
  ),
  allowedHeaders: ['authorization', 'content-type'],
  // Left out, the framework lists those of the routes.
  allowedMethods: endpoints.some(({ method }) => method === 'ANY') ? ['*'] : undefined,
})

/** `cors` of every `http` event: the framework makes an OPTIONS method without authorizer for each path. */
export const restCors = ({ field, allowOrigins }: Cors): Mapping => ({
  ...(allowOrigins.length === 1
    ? { origin: itemsOf(child(field, 'allowOrigins'), allowOrigins)[0] }
    : {
        origins: annotate(patterns(allowOrigins), {
          field: child(field, 'allowOrigins'),
          comment:
            'The header can contain only one origin: the preflight answers with the origin of the caller',
        }),
      }),
  headers: ['Authorization', 'Content-Type'],
})

/**
 * The framework answers with the first origin as is, and compares all of them as regular expressions in which
 * it escapes dots only: the brackets of `http://[::1]:3000` and the plus of `app+x://host` are ours to escape.
 */
const patterns = (origins: readonly string[]): readonly string[] => [
  ...new Set([...origins.slice(0, 1), ...origins.map(origin => origin.replace(/[[\]+]/g, '\\$&'))]),
]
