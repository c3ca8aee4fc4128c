import type { Api } from '../model/model'

/** The part of an API that the source of `answer` depends on. */
export type AnsweringApi = Pick<Api, 'type' | 'cors'>

/**
 * JavaScript source of `async function answer(event)`, which returns the claims that API Gateway verified. ASCII only,
 * and valid as a script and as a module: the caller adds the line that exports it.
 */
export const answerSource = (api: AnsweringApi): string =>
  [
    ...(api.cors ? [`const ALLOWED_ORIGINS = ${JSON.stringify(api.cors.allowOrigins)};`, ''] : []),
    '// The authorizer has verified these claims. An endpoint without authorization has none.',
    'async function answer(event) {',
    ...(api.cors ? corsLines(api.type) : []),
    `  const claims = event.requestContext.authorizer?.${api.type === 'http' ? 'jwt?.' : ''}claims ?? null;`,
    '  return {',
    '    statusCode: 200,',
    api.cors
      ? "    headers: { ...headers, 'Content-Type': 'application/json' },"
      : "    headers: { 'Content-Type': 'application/json' },",
    '    body: JSON.stringify({ claims }),',
    '  };',
    '}',
    '',
  ].join('\n')

const corsLines = (type: Api['type']): readonly string[] => [
  "  const origin = event.headers?.origin ?? event.headers?.Origin ?? '';",
  "  const allowed = ALLOWED_ORIGINS.find(candidate => candidate === '*' || candidate === origin);",
  "  const headers = { 'Access-Control-Allow-Origin': allowed ?? ALLOWED_ORIGINS[0], Vary: 'Origin' };",
  // Only an HTTP API sends preflights here, those of its ANY routes; a REST API answers them itself.
  ...(type === 'http'
    ? ["  if (event.requestContext.http.method === 'OPTIONS') return { statusCode: 204, headers };"]
    : []),
]
