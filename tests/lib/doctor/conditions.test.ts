import { describe, expect, it } from 'vitest'
import type { Diagnosis } from '../../../lib/doctor/diagnose'
import { reportOf } from '../../../lib/doctor/report'
import { type Node, valueAt } from '../../../lib/source/node'
import { parseSource } from '../../../lib/source/parse'
import { faults, faultyText } from './faults'
import { diagnoseText, inputNames, inputText, templatesOf } from './files'

/**
 * The test of honesty for conditions: a value or a resource of a template that a condition takes away. What holds then
 * holds with the value too, so nothing new may be claimed, a finding that is gone must be undecided, and no answer of the
 * access list may be the opposite of the one before.
 */
describe('a value or a resource under a condition', () => {
  const texts = [
    ...inputNames.map(name => ({ name, text: inputText(name) })),
    ...['definition-in-s3.yaml', 'two-pools.yaml', 'client-faults.yaml'].flatMap(name =>
      templatesOf(name).map(({ text }) => ({ name, text })),
    ),
    ...faults.map(fault => ({ name: `${fault.code}.yaml`, text: faultyText(fault) })),
  ].filter(({ text }) => /^Resources:/m.test(text) && !/^Conditions:/m.test(text))
  for (const { name, text } of texts)
    it(`of ${name} brings no false claim and hides no finding`, () => {
      const before = saidOf(diagnoseText(text, name))
      const variants = variantsOf(name, text)
      expect(variants.length).toBeGreaterThan(0)
      const wrong = variants.flatMap(({ label, text: changed }) => {
        const diagnosis = diagnoseText(`${changed.trimEnd()}\n${CONDITION}`, name)
        expect(diagnosis.facts.files[0]?.read, `${label}\n${changed}`).not.toBe('refused')
        const undecided = new Set(diagnosis.undecided.map(({ code }) => code))
        const after = saidOf(diagnosis)
        return [
          ...[...after.claims].filter(claim => !before.claims.has(claim)).map(claim => `new ${claim}`),
          ...[...before.claims]
            .filter(claim => !after.claims.has(claim) && !undecided.has(claim.split(' ')[0] ?? ''))
            .map(claim => `lost ${claim}`),
          ...[...after.answers].flatMap(([who, answer]) =>
            answer !== null && before.answers.has(who) && before.answers.get(who) !== answer
              ? [`${who}: ${before.answers.get(who)}, then ${answer}`]
              : [],
          ),
        ].map(fault => `${label}: ${fault}`)
      })
      expect(wrong).toEqual([])
    })
})

const CONDITION = "Conditions: { Maybe: !Equals [!Ref 'AWS::Region', eu-west-1] }\n"

/** Findings by code and what they are about, and whether a client can call an endpoint. */
function saidOf(diagnosis: Diagnosis) {
  const claims = diagnosis.findings.flatMap(({ code, at }) => at.map(it => `${code} ${it.logicalId ?? ''}`))
  const answers = reportOf(diagnosis).access.flatMap(({ api, endpoint, clients }) =>
    clients.map(({ id, allowed }) => [`${id} at ${endpoint} of ${api}`, allowed] as const),
  )
  return { claims: new Set(claims), answers: new Map(answers) }
}

interface Variant {
  readonly label: string
  readonly text: string
}

/** The text once for every value and every resource, with that under a condition. */
function variantsOf(path: string, text: string): readonly Variant[] {
  const parsed = parseSource({ path, text })
  const root = parsed.ok ? parsed.tree.root : undefined
  const resources = valueAt(root, 'Resources')
  if (resources?.kind !== 'map') return []
  return resources.entries.flatMap(({ key, value }) => {
    const entries = value.kind === 'map' ? value.entries : []
    const type = entries.find(entry => entry.key.value === 'Type')
    const properties = entries.find(entry => entry.key.value === 'Properties')
    if (!type) return []
    const { start } = type.key
    const next = value.flow ? ', ' : `\n${' '.repeat(start - text.lastIndexOf('\n', start - 1) - 1)}`
    return [
      { label: key.value, text: `${text.slice(0, start)}Condition: Maybe${next}${text.slice(start)}` },
      ...(properties ? valuesOf(properties.value) : []).map(({ start, end }) => {
        const written = text.slice(start, end)
        const chosen = `!If [Maybe, ${written}, !Ref 'AWS::NoValue']`
        return { label: `${key.value} ${written}`, text: text.slice(0, start) + chosen + text.slice(end) }
      }),
    ]
  })
}

/** Scalars and lists on one line, functions included. The type and the API of an event are no place for a function. */
function valuesOf(node: Node): readonly { readonly start: number; readonly end: number }[] {
  const { source, tag, end } = node
  const start = tag === undefined ? node.start : source.text.lastIndexOf(tag, node.start)
  // Braces in a plain scalar would end the list that it is put into.
  const unfit = node.kind === 'scalar' && node.style === 'plain' ? /[\n{}]/ : /\n/
  const own = start < end && !unfit.test(source.text.slice(start, end)) ? [{ start, end }] : []
  if (tag !== undefined || node.kind === 'scalar') return own
  if (node.kind === 'list') return [...(node.flow ? own : []), ...node.items.flatMap(valuesOf)]
  return node.entries.flatMap(({ key, value }) =>
    /^(?:Ref|Fn::.*|Condition|Type|ApiId|RestApiId)$/.test(key.value) ? [] : valuesOf(value),
  )
}
