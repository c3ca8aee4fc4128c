import { it } from 'vitest'
import { appCode } from '../../../lib/app-code/app-code'
import { compile } from '../../../lib/compile'
import { cases } from '../../conformance/cases'
import { expectGolden } from '../../golden'

/** Cases that differ in what an app has to know: the pool, the kind of API, machines, audiences, strange names. */
const CASES = [
  'example',
  'existing-pool',
  'hostile-strings-http',
  'iam-http-audiences',
  'machine-to-machine',
  'several-servers',
]

/** The code for every client, so that a change shows in review. */
it.each(CASES)('the app code of %s', name => {
  const compiled = compile(cases.find(one => one.name === name)?.spec)
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.errors))
  const text = appCode(compiled.model)
    .flatMap(({ client, snippets }) =>
      snippets.map(snippet =>
        'text' in snippet
          ? `── ${client}: ${snippet.label}, ${snippet.fileName}\n${snippet.text}`
          : `── ${client}: ${snippet.label}\n${snippet.reason}\n${snippet.instead}\n`,
      ),
    )
    .join('\n')
  expectGolden(text, import.meta.dirname, 'words', `${name}.txt`)
})
