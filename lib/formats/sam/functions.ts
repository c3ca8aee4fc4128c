import type { FieldPath } from '../../document/field-path'
import { memoizeNode } from '../../model/memoize-node'
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
  const { api } = model
  const names = eventNames(model)
  const explained = firstOfEachAuth(model.endpoints)
  const firstPreflight = model.endpoints.find(needsPreflight)
  const own = new Map<LambdaFunction, Endpoint[]>(model.functions.map(lambda => [lambda, []]))
  for (const endpoint of model.endpoints) own.get(endpoint.function)?.push(endpoint)
  const hasPreflights = api.type === 'http' && api.cors !== undefined
  let explainsPermission = true
  const blocks: Block[] = []
  for (const [lambda, endpoints] of own) {
    const events = endpoints.filter(endpoint => !isInBody(api, endpoint))
    blocks.push(head(lambda, events.length > 0))
    for (const endpoint of events) {
      const name = names.get(endpoint) ?? endpoint.id
      blocks.push(event(endpoint, name, api.type, api.hasAuthorizer, explained.has(endpoint)))
      if (hasPreflights && needsPreflight(endpoint))
        blocks.push(
          preflightEvent(endpoint, `${name}Options`, api.hasAuthorizer, endpoint === firstPreflight),
        )
    }
    if (events.length === endpoints.length) continue
    blocks.push(permissionBlock(permission(lambda), explainsPermission ? lambda.field : undefined))
    explainsPermission = false
  }
  const trigger = triggerOf(model)
  if (trigger) blocks.push(head(trigger.function, false))
  return blocks
}

type HeadInputs = Pick<LambdaFunction, 'id' | 'field' | 'handler'> & { readonly hasEvents: boolean }

const head = memoizeNode(
  ({ id, field, handler }: LambdaFunction, hasEvents: boolean): Block =>
    block({ id, field, handler, hasEvents }, headLines),
)

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

/** `explained`: the field of the comment above it. */
const permissionBlock = (granted: Resource, explained: FieldPath | undefined): Block =>
  resourceBlock(granted, { explained }, permissionLines)

const permissionLines = (granted: Resource, { explained }: { readonly explained: FieldPath | undefined }) => {
  const text =
    '  # SAM cannot merge an ANY event into a DefinitionBody: its operation is above, its permission here'
  const comment = explained === undefined ? [] : withField(explained, [{ text }])
  return apart([...comment, ...resourceLines(granted, { isFirst: true })], false)
}
