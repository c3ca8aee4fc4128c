import type { SpecError } from '../lib/document/error'
import type { Spec } from '../lib/document/spec'
import { importSpec } from '../lib/import/import'
import { type ReadOptions, readFiles } from '../lib/read/read'
import { readTemplates } from './template-files'

/** An API of templates in the terms that tokens are judged in. */
export type TemplateApi =
  | { readonly ok: false; readonly errors: readonly SpecError[] }
  | {
      readonly ok: true
      readonly spec: Spec
      /** Ids of a deployed pool and its clients, where the files have them. */
      readonly ids: { readonly userPoolId?: string; readonly clientIds?: readonly string[] }
      /** Endpoints that cannot be judged, and why. */
      readonly notJudged: readonly { readonly endpoint: string; readonly why: string }[]
    }

const ENDPOINT = 'endpoint '

/** Reads the API that `inspect --template` judges a token against. */
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
