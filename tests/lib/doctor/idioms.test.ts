import { describe, expect, it } from 'vitest'
import { diagnose } from '../../../lib/doctor/diagnose'
import { reportOf } from '../../../lib/doctor/report'
import { packageServerless } from '../../conformance/toolchains/osls'
import { readYaml } from '../../conformance/toolchains/read-yaml'
import { samTranslator } from '../../conformance/toolchains/sam/translator'
import { idiomsOf } from './files'

/** Who can call each endpoint, but for the preflights that a tool adds. */
function accessOf(name: string, text: string) {
  const { access, files } = reportOf(diagnose([{ path: name, text }]))
  expect(files.map(({ read }) => read)).toEqual(['whole'])
  expect(access).not.toHaveLength(0)
  return access
    .filter(({ endpoint }) => !endpoint.startsWith('OPTIONS'))
    .map(({ endpoint, authorization, clients }) => JSON.stringify([endpoint, authorization, clients]))
    .toSorted()
}

const accessIn = (template: object) => accessOf('template.json', JSON.stringify(template))

describe('who can call is what the tool of the format makes of it', () => {
  it.each(idiomsOf('sam'))('SAM: $path', async ({ path: name, text }) => {
    const translator = await samTranslator()
    if (!translator) return console.info(`${name}: AWS's SAM translator is not on this machine`)
    const translated = await translator.expand(readYaml(text), {}, 'us-east-1')
    expect(accessOf('template.yaml', text)).toEqual(accessIn(translated))
  })

  it.each(idiomsOf('serverless'))('Serverless: $path', async ({ text }) => {
    expect(accessOf('serverless.yml', text)).toEqual(accessIn(await packageServerless(text)))
  })
})
