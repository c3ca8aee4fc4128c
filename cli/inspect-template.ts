import type { SpecError } from '../lib/document/error'
import type { Spec } from '../lib/document/spec'
import { importSpec } from '../lib/import/import'
import { type ReadOptions, readFiles } from '../lib/read/read'
import { readTemplates } from './template-files'

/** An API read from templates, as a model that tokens are checked against. */
export type TemplateApi =
  | { readonly ok: false; readonly errors: readonly SpecError[] }
  | {
      readonly ok: true
      readonly spec: Spec
      /** Ids of a deployed pool and its clients, if the files contain them. */
      readonly ids: { readonly userPoolId?: string; readonly clientIds?: readonly string[] }
      /** Endpoints without a verdict, each with the reason. */
      readonly notJudged: readonly { readonly endpoint: string; readonly why: string }[]
    }

const ENDPOINT = 'endpoint '

/** Reads the API that `inspect --template` checks a token against. */
export async function templateApi(
  paths: readonly string[],
  api: string | undefined,
  options: ReadOptions,
): Promise<TemplateApi> {
  const reading = readFiles(await readTemplates(paths), options)
  const imported = importSpec(reading.deployed, api)
  if (!imported.ok) return { ok: false, errors: imported.errors }
  const { userPoolId, clientIds } = imported
  return {
    ok: true,
    spec: imported.spec,
    ids: { ...(userPoolId !== undefined && { userPoolId }), ...(clientIds.length > 0 && { clientIds }) },
    notJudged: imported.report
      .filter(({ how, what }) => how === 'left-out' && what.startsWith(ENDPOINT))
      .map(({ what, why }) => ({ endpoint: what.slice(ENDPOINT.length), why })),
  }
}
