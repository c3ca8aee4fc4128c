import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { example } from '../../lib/document/example'
import { parseSpec } from '../../lib/document/parse'
import { formats } from '../../lib/formats'
import { anotherPool, cases, goldenFile } from './cases'
import { textOf } from './compiled'
import {
  EXPANSION,
  hashOf,
  readKeptExpansion,
  SAM_TRANSLATOR,
  writeExpansion,
} from './toolchains/sam/expansions'
import { expandSam } from './toolchains/sam/sam'
import { samTranslator } from './toolchains/sam/translator'

const update = process.env.UPDATE_GOLDENS === '1'

describe("SAM texts as AWS's translator expands them", () => {
  it.each(cases)('$name', async one => {
    const text = textOf(one.spec, 'sam')
    const translator = await samTranslator()
    const expanded = (parameters: Readonly<Record<string, string>>) =>
      expandSam(text, one.spec.region ?? 'us-east-1', parameters)
    const fresh = translator && (await expanded({}))
    const userPoolId = anotherPool(one)
    const forAnotherPool =
      translator && userPoolId
        ? { userPoolId, template: await expanded({ UserPoolId: userPoolId }) }
        : undefined
    if (update && translator && fresh)
      writeExpansion(one, {
        translator: translator.version,
        text,
        template: fresh,
        ...(forAnotherPool && { forAnotherPool }),
      })
    const kept = readKeptExpansion(one)
    expect(kept.sha256, 'stale: npm run goldens, where Python has aws-sam-translator').toBe(hashOf(text))
    expect(kept.translator).toBe(SAM_TRANSLATOR)
    expect(kept.forAnotherPool?.userPoolId).toBe(userPoolId)
    if (translator?.version !== SAM_TRANSLATOR) return
    expect(fresh).toEqual(kept.template)
    expect(forAnotherPool).toEqual(kept.forAnotherPool)
  })

  it('runs the translator, or says that it is missing', async () => {
    const translator = await samTranslator()
    if (!translator)
      console.info(
        'aws-sam-translator is not on this machine: the committed expansions are judged, no random ones',
      )
    else expect(translator.version).toMatch(/^1\./)
  })
})

/** Exact texts, so that a change of output shows in review. `UPDATE_GOLDENS=1` rewrites them. */
describe.each(cases)('$name', one => {
  it.each(formats)('$id', format => {
    const file = goldenFile(one, format)
    const text = textOf(one.spec, format.id)
    if (update) fs.writeFileSync(file, text)
    expect(text).toBe(fs.readFileSync(file, 'utf8'))
  })

  it('has no golden that nothing prints', () => {
    const files = fs.readdirSync(path.dirname(goldenFile(one, formats[0]!)))
    expect(files.sort()).toEqual(
      ['spec.json', EXPANSION, ...formats.map(format => path.basename(goldenFile(one, format)))].sort(),
    )
  })
})

it('the case `example` is the spec that the wizard opens on', () => {
  const parsed = parseSpec(cases.find(({ name }) => name === 'example')?.spec)
  expect(parsed).toEqual({ ok: true, spec: example })
})
