import { child } from '../../document/field-path'
import type { Endpoint, LambdaFunction, Model } from '../../model/model'
import { triggerOf } from '../../model/trigger'
import { firstOfEachAuth } from '../../template/first-of-each-auth'
import { permission } from '../../template/function'
import { needsPreflight } from '../../template/http/http'
import type { Resource } from '../../template/template'
import { fromField } from '../../template/value'
import { withField } from '../../text/line'
import { type Block, block, resourceBlock } from '../../text/print-cache'
import { apart, entries, resourceLines } from '../../text/template-yaml'
import { event, preflightEvent } from './events'
import { eventNames } from './names'
import { isInBody } from './rest-body'

/** One function for each handler, with its endpoints as events, and one for the trigger. */
export function functions(model: Model): readonly Block[] {
  const names = eventNames(model)
  const explained = firstOfEachAuth(model.endpoints)
  const firstPreflight = model.endpoints.find(needsPreflight)
  const own = new Map<LambdaFunction, Endpoint[]>(model.functions.map(lambda => [lambda, []]))
  for (const endpoint of model.endpoints) own.get(endpoint.function)?.push(endpoint)
  let explainsPermission = true
  const ofEndpoints = [...own].flatMap(([lambda, endpoints]) => {
    const events = endpoints.filter(endpoint => !isInBody(model.api, endpoint))
    const blocks = [
      head(lambda, events.length > 0),
      ...events.flatMap(endpoint => {
        const name = names.get(endpoint) ?? endpoint.id
        const made = event(endpoint, { api: model.api, name, explained: explained.has(endpoint) })
        return model.api.type === 'http' && model.api.cors && needsPreflight(endpoint)
          ? [made, preflightEvent(endpoint, `${name}Options`, endpoint === firstPreflight)]
          : [made]
      }),
    ]
    if (events.length === endpoints.length) return blocks
    const granted = permissionBlock(permission(lambda), explainsPermission)
    explainsPermission = false
    return [...blocks, granted]
  })
  const trigger = triggerOf(model)
  return trigger ? [...ofEndpoints, head(trigger.function, false)] : ofEndpoints
}

type HeadInputs = Pick<LambdaFunction, 'id' | 'field' | 'handler'> & { readonly hasEvents: boolean }

const head = ({ id, field, handler }: LambdaFunction, hasEvents: boolean): Block =>
  block({ id, field, handler, hasEvents }, headLines)

const headLines = ({ id, field, handler, hasEvents }: HeadInputs) =>
  withField(
    field,
    apart(
      [
        ...entries(
          { [id]: fromField(field, { Type: 'AWS::Serverless::Function', Properties: { Handler: handler } }) },
          1,
        ),
        ...(hasEvents ? [{ text: '      Events:' }] : []),
      ],
      false,
    ),
  )

const permissionBlock = (granted: Resource, explained: boolean): Block =>
  resourceBlock(granted, { explained }, permissionLines)

const permissionLines = (granted: Resource, { explained }: { readonly explained: boolean }) => {
  const [blank, ...lines] = resourceLines(granted, { isFirst: false })
  const field = lines[0]?.field
  return [
    ...(blank ? [blank] : []),
    ...(explained
      ? withField(field ?? child('endpoints', 0), [
          {
            text: '  # SAM cannot merge an ANY event into a DefinitionBody: its operation is above, its permission here',
          },
        ])
      : []),
    ...lines,
  ]
}
