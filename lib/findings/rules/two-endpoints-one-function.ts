import { lambdaGuide } from '../../aws/docs'
import { defaultHandler } from '../../document/edit/default-handler'
import { child } from '../../document/field-path'
import type { Endpoint, LambdaFunction } from '../../model/model'
import type { Rule } from '../finding'

export const twoEndpointsOneFunction: Rule = {
  code: 'TWO_ENDPOINTS_ONE_FUNCTION',
  check: ({ endpoints }) => {
    const byDefault = new Map<LambdaFunction, Endpoint[]>()
    for (const endpoint of endpoints)
      if (endpoint.function.handler === defaultHandler(endpoint.method, endpoint.path))
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
              why: 'Their default handlers are the same, because a handler does not contain the variables of a path. The function has to tell the requests apart itself.',
              fix: 'Change the handler of one of them, unless one function for both is meant.',
              source: lambdaGuide('nodejs-handler'),
            },
          ],
    )
  },
}
