import { describe, expect, it } from 'vitest'
import type { Diagnosis } from '../../../lib/doctor/diagnose'
import type { ListNode, Node, ScalarNode } from '../../../lib/source/node'
import { parseSource } from '../../../lib/source/parse'
import { faults, faultyText } from './faults'
import { diagnoseText, goldens, idiomsOf, inputNames, inputText, singleTemplates } from './files'

/**
 * The test of honesty: any one literal or list of a template replaced by an unknown value. What the doctor says
 * then must be true for every value, the replaced one included, so nothing new may be claimed; and a finding that is
 * gone must come back as a check that is undecided, never in silence.
 */
describe('a literal or a list that becomes unknown', () => {
  const texts = [
    ...inputNames.map(name => ({ name, text: inputText(name) })),
    ...goldens().filter(({ name }) =>
      /^(?:example|http-cors|existing-pool)\/(?:cloudformation|serverless)\.yaml/.test(name),
    ),
    ...singleTemplates,
    ...idiomsOf('sam').flatMap(({ path, text }) =>
      /body|inherited/.test(path) ? [{ name: path, text }] : [],
    ),
    ...faults.map(fault => ({ name: `${fault.code}.yaml`, text: faultyText(fault) })),
  ]
  for (const { name, text } of texts)
    it(`of ${name} brings no false claim and hides no finding`, () => {
      const before = claimsOf(diagnoseText(text, name))
      const replacements = unknownsOf(name, text)
      expect(replacements.length).toBeGreaterThan(0)
      const faults: string[] = []
      for (const { label, text: changed, isList } of replacements) {
        const diagnosis = diagnoseText(changed, name)
        expect(diagnosis.facts.files[0]?.read, `${label}\n${changed}`).not.toBe('refused')
        const after = claimsOf(diagnosis)
        const undecided = new Set(diagnosis.undecided.map(({ code }) => code))
        for (const claim of after) if (!before.has(claim)) faults.push(`${label}: new ${claim}`)
        for (const claim of before)
          if (
            !after.has(claim) &&
            !undecided.has(codeOf(claim)) &&
            !(isList && codeOf(claim) === NOT_SUSPECTED)
          )
            faults.push(`${label}: lost ${claim}`)
      }
      expect(faults).toEqual([])
    })
})

/** A list of unknown length is not suspected of being too long: every list would be. */
const NOT_SUSPECTED = 'LIMIT_EXCEEDED'

const codeOf = (claim: string) => claim.split(' ')[0] ?? ''

/** Findings by their code and the things they are about; line numbers move with the text. */
function claimsOf({ findings }: Diagnosis): ReadonlySet<string> {
  return new Set(findings.flatMap(({ code, at }) => at.map(({ logicalId }) => `${code} ${logicalId ?? ''}`)))
}

/** The text once for every literal value that can be given as a parameter instead. */
function unknownsOf(
  name: string,
  text: string,
): readonly { readonly label: string; readonly text: string; readonly isList: boolean }[] {
  const parsed = parseSource({ path: name, text })
  if (!parsed.ok || parsed.tree.root?.kind !== 'map') return []
  const isJson = text.trimStart().startsWith('{')
  const isServerless = /^service:/m.test(text)
  const isOpenApi = /^openapi:/m.test(text)
  return valuesOf(parsed.tree.root, []).map(({ node, path }) => {
    const isList = node.kind === 'list'
    const reference = isJson ? '{ "Ref": "NobodyKnows" }' : '{ Ref: NobodyKnows }'
    const unknown = isServerless ? "'${env:NOBODY_KNOWS}'" : reference
    // A block list begins on the line after its key.
    const isBlock = isList && !node.flow
    const before = text.slice(0, node.start)
    const changed = (isBlock ? `${before.trimEnd()} ` : before) + unknown + text.slice(node.end)
    const label = `${path.join('.')} = ${isList ? 'a list' : node.value}`
    return { label, isList, text: isServerless || isOpenApi ? changed : withParameter(changed, isJson) }
  })
}

const PARAMETER = '{ "Type": "String" }'

/** Adds a parameter without a default. */
function withParameter(text: string, isJson: boolean): string {
  if (isJson)
    return /"Parameters"\s*:\s*\{/.test(text)
      ? text.replace(/"Parameters"\s*:\s*\{/, match => `${match} "NobodyKnows": ${PARAMETER},`)
      : text.replace('{', `{ "Parameters": { "NobodyKnows": ${PARAMETER} },`)
  if (/^Parameters: \{/m.test(text))
    return text.replace(/^Parameters: \{/m, match => `${match} NobodyKnows: ${PARAMETER},`)
  return /^Parameters:$/m.test(text)
    ? text.replace(/^Parameters:$/m, `Parameters:\n  NobodyKnows: ${PARAMETER}`)
    : `${text.trimEnd()}\nParameters:\n  NobodyKnows: ${PARAMETER}\n`
}

interface Value {
  readonly node: ScalarNode | ListNode
  readonly path: readonly string[]
}

/** Values inside Properties, provider and functions that are not part of an intrinsic function. */
function valuesOf(node: Node, path: readonly string[]): readonly Value[] {
  if (node.tag !== undefined) return []
  switch (node.kind) {
    case 'scalar':
      return isValue(path) && node.style !== 'block' && node.start < node.end && !node.value.includes('${')
        ? [{ node, path }]
        : []
    case 'list':
      return [
        ...(isValue(path) && LISTS.test(path.at(-1) ?? '') ? [{ node, path }] : []),
        ...node.items.flatMap((item, i) => valuesOf(item, [...path, String(i)])),
      ]
    case 'map':
      return node.entries.flatMap(({ key, value }) =>
        /^(?:Ref$|Fn::|Condition$)/.test(key.value) ? [] : valuesOf(value, [...path, key.value]),
      )
  }
}

/** Lists that a parameter or variable can stand for. */
const LISTS =
  /^(?:(?:AuthorizationS|AllowedOAuthS|S|s)copes|AllowedOAuthFlows|ExplicitAuthFlows|SupportedIdentityProviders|(?:Callback|Logout)URLs|(?:ProviderARN|providerARN)s|[Aa]udience|IdentitySource|AllowHeaders)$/

/** What CloudFormation, SAM and Serverless take as a value: not types, versions and names of sections. */
const isValue = (path: readonly string[]): boolean =>
  (path.includes('Properties') && !path.includes('Events')) ||
  (path.includes('Events') && path.at(-1) !== 'Type') ||
  path[0] === 'functions' ||
  path[0] === 'provider' ||
  path[0] === 'paths' ||
  path[0] === 'components'
