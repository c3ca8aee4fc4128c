import type { Model } from '../../model/model'
import { triggerOf } from '../../model/trigger'
import { codeSpan } from './markdown'

/** The file of the trigger for the list of a project's files, if no endpoint has it. `folder` ends in a slash or is empty. */
export function triggerFile(
  model: Model,
  folder = '',
): readonly (readonly [path: string, purpose: string])[] {
  const file = triggerOf(model)?.function.file
  return file === undefined || model.functions.some(node => node.file === file)
    ? []
    : [[`${folder}${file}.mjs`, 'the pre token generation trigger; its comments show how to change tokens']]
}

/** What the pre token generation trigger is for; nothing without one. The time limit: guide, "Customizing user pool workflows with Lambda triggers". */
export function trigger(model: Model): readonly string[] {
  const found = triggerOf(model)
  if (!found) return []
  const machines = found.version === 'V3_0' ? 'users and machines' : 'users'
  return [
    '## Change the tokens',
    `Before it issues a token to ${machines}, Cognito calls the handler ${codeSpan(found.function.handler)} (event version ${found.version}).` +
      ' The stub leaves the token as it is; its comments show how to add a scope. Cognito waits five seconds for it,' +
      ' tries three times, and issues no token if it fails.',
  ]
}
