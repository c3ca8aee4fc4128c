import { METHODS } from '../aws/patterns'
import { defaultHandler } from '../document/edit/default-handler'
import type { Spec } from '../document/spec'
import { requestIn } from '../token/request-in-paste'
import { pathOfUrl } from './path-of-url'

type Endpoint = Spec['endpoints'][number]

interface CurlRead {
  readonly endpoint: Endpoint
  /** The path as written. */
  readonly written: string
}

/** The base address of a command may be a shell variable, or a host without a scheme. */
const VARIABLE_HOST = /(\s["']?)(?:\$\{?\w+\}?|\{\{\s*\w+\s*\}\}|(?:localhost|127\.0\.0\.1)(?::\d+)?)(?=\/)/g

/**
 * Reads the endpoint that a curl command calls, or returns what is wrong. A command does not say which scopes an endpoint
 * requires: they are left to choose. One with `--aws-sigv4` calls an endpoint with IAM authorization.
 */
export function readCurl(text: string, stage: string): CurlRead | string {
  const command = text.replace(/[\\^`][ \t]*\n/g, ' ').replace(VARIABLE_HOST, '$1https://host')
  const request = requestIn(command)
  if (!request)
    return 'this curl command has no address; add one such as https://api.example.com/orders, or write GET /orders'
  const method = METHODS.find(one => one === request.method)
  if (method === undefined)
    return `an endpoint cannot have the method ${request.method}; use one of ${METHODS.join(', ')}`
  const path = pathOfUrl(request.path, stage)
  const auth = /\s--aws-sigv4\b/.test(command) ? 'iam' : 'access_token'
  return {
    endpoint: { method, path, auth, scopes: [], handler: defaultHandler(method, path) },
    written: request.path,
  }
}
