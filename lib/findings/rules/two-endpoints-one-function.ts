import { lambdaGuide } from '../../aws/docs'
import { defaultHandler } from '../../document/edit/default-handler'
import { child } from '../../document/field-path'
import { memoizeNode } from '../../model/memoize-node'
import type { Endpoint, LambdaFunction } from '../../model/model'
import type { Rule } from '../finding'

export const twoEndpointsOneFunction: Rule = {
  code: 'TWO_ENDPOINTS_ONE_FUNCTION',
  check: ({ endpoints }) => {
    const byDefault = new Map<LambdaFunction, Endpoint[]>()
    for (const endpoint of endpoints)
      if (hasDefaultHandler(endpoint))
        byDefault.set(endpoint.function, [...(byDefault.get(endpoint.function) ?? []), endpoint])
    return [...byDefault].flatMap(([{ handler }, [first, ...others]]) =>
      !first || others.length === 0
        ? []
        : [
            {
              code: 'TWO_ENDPOINTS_ONE_FUNCTION',
              severity: 'suggestion',
              // The first endpoint can keep the handler.
              paths: [...others, first].map(({ field }) => child(field, 'handler')),
              message: `${[first, ...others].map(({ method, path }) => `${method} ${path}`).join(' and ')} share the function ${handler}.`,
              why: 'Both handlers are defaults, which differ in nothing but the variables of the path, so the endpoints may share the function by accident. It has to tell the requests apart itself.',
              fix: 'Change the handler of one of them, unless one function for both is meant.',
              source: lambdaGuide('nodejs-handler'),
            },
          ],
    )
  },
}

/** The default of today, or that of version 0.1.0, which left out the variables of a path. */
const hasDefaultHandler = memoizeNode(({ method, path, function: { handler } }: Endpoint): boolean =>
  [path, path.replace(/\/\{[^}]*\}/g, '')].some(each => handler === defaultHandler(method, each)),
)
