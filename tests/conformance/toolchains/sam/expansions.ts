import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { type Case, caseFile, cases } from '../../cases'
import type { CompiledTemplate } from '../template'
import { expandSam } from './sam'
import { samTranslator } from './translator'

/** Version of aws-sam-translator that made the committed expansions. */
export const SAM_TRANSLATOR = '1.110.0'

/** File of a case: its SAM text as the translator expands it, for machines without Python. */
export const EXPANSION = 'sam.expanded.json'

export interface KeptExpansion {
  readonly translator: string
  /** Of the text that was expanded. */
  readonly sha256: string
  readonly template: CompiledTemplate
  /** The same for another user pool at deploy time: the translator writes its id into the API. Of existing pools only. */
  readonly forAnotherPool?: { readonly userPoolId: string; readonly template: CompiledTemplate }
}

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

export const readKeptExpansion = (one: Pick<Case, 'name'>): KeptExpansion =>
  JSON.parse(fs.readFileSync(caseFile(one, EXPANSION), 'utf8'))

export function writeExpansion(
  one: Pick<Case, 'name'>,
  { translator, text, ...templates }: Omit<KeptExpansion, 'sha256'> & { readonly text: string },
): void {
  const kept: KeptExpansion = { translator, sha256: hashOf(text), ...templates }
  fs.writeFileSync(caseFile(one, EXPANSION), `${JSON.stringify(kept, null, 1)}\n`)
}

const known = new Map<string, Promise<CompiledTemplate>>()

/** What the translator makes of a text: by the translator itself, or for the text of a case from its file. */
export async function expansionOf(
  text: string,
  region: string,
  parameters: Readonly<Record<string, string>>,
): Promise<CompiledTemplate> {
  const key = JSON.stringify([text, region, parameters])
  if (await samTranslator()) {
    const expanded = known.get(key) ?? expandSam(text, region, parameters)
    known.set(key, expanded)
    return expanded
  }
  const sha256 = hashOf(text)
  const kept = cases.map(readKeptExpansion).find(expansion => expansion.sha256 === sha256)
  if (!kept) throw new Error('the SAM translator is not on this machine, and no case has this text')
  const { UserPoolId } = parameters
  if (UserPoolId === undefined) return kept.template
  if (UserPoolId !== kept.forAnotherPool?.userPoolId)
    throw new Error(
      `the SAM translator is not on this machine, and no case is kept for the pool ${UserPoolId}`,
    )
  return kept.forAnotherPool.template
}
