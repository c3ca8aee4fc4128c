import { triggerExample } from '../document/trigger-example'
import type { Model } from '../model/model'
import { verifiesTokens } from '../model/protection'
import { triggerOf } from '../model/trigger'
import { answerSource } from '../template/placeholder'
import { triggerSource } from '../template/trigger-source'
import type { ProjectFile } from './project-file'

/**
 * Creates a stub for every handler, one file for all the exports of a file: `bin/orders.list` is in `bin/orders.mjs`.
 * With `.mjs` Lambda reads a module whatever package.json is, or is not, packaged with it. The stubs run as is and return
 * the verified claims; that of the trigger returns its event. `folder` ends in a slash or is empty.
 */
export function handlerFiles(model: Model, folder = ''): readonly ProjectFile[] {
  const stubs = new Map<string, Map<string, Stub>>()
  const trigger = triggerOf(model)?.function
  for (const { file, exportName } of model.functions)
    stubs.set(file, (stubs.get(file) ?? new Map<string, Stub>()).set(exportName, 'answer'))
  if (trigger) {
    const ofFile = stubs.get(trigger.file) ?? new Map<string, Stub>()
    const isShared = ofFile.has(trigger.exportName)
    stubs.set(
      trigger.file,
      ofFile.set(trigger.exportName, isShared ? 'answerOrTrigger' : 'preTokenGeneration'),
    )
  }
  return [...stubs].map(([file, exported]) => ({
    path: `${folder}${file}.mjs`,
    text: `${sources(model, new Set(exported.values()))}\n${exportLine(exported)}\n`,
  }))
}

/** What such a file does, for lists of files. */
export const handlerPurpose = (model: Model): string =>
  `${verifiesTokens(model) ? 'returns the claims of the token' : 'answers every request'}; replace it with your own code`

/** Names of the functions in a stub. */
type Stub = 'answer' | 'preTokenGeneration' | 'answerOrTrigger'

/** The source of the functions that a file exports. */
function sources(model: Model, stubs: ReadonlySet<Stub>): string {
  const both = stubs.has('answerOrTrigger')
  return [
    ...(both || stubs.has('answer') ? [answerSource(model.api)] : []),
    ...(both || stubs.has('preTokenGeneration')
      ? [triggerSource(triggerExample(model.resourceServers))]
      : []),
    ...(both ? [ANSWER_OR_TRIGGER] : []),
  ].join('\n')
}

const ANSWER_OR_TRIGGER = [
  '// The trigger and an endpoint have this handler. Each calls it by a function of its own.',
  'async function answerOrTrigger(event) {',
  "  return 'triggerSource' in event ? preTokenGeneration(event) : answer(event);",
  '}',
  '',
].join('\n')

/** Exports names with `as`, which any word can follow: `bin/orders.delete` is a valid handler. */
const exportLine = (exported: ReadonlyMap<string, Stub>): string =>
  `export { ${[...exported].map(([name, stub]) => `${stub} as ${name}`).join(', ')} };`
