import { accessOf } from '../deployed/access'
import { distinctCauses } from '../deployed/cause'
import type { Resource } from '../deployed/deployed'
import type { Truth } from '../deployed/truth'
import type { Reading } from '../read/read-opened'
import { type Finding, type Place, type Proposal, SEVERITIES, type Undecided } from './finding'
import { refusedByCognito } from './refused-clients'
import type { Facts, Rule, Verdict, Verdicts } from './rule'
import { rules } from './rules'

/** What some files say, what is wrong with it, and what cannot be told. */
export interface Diagnosis {
  readonly facts: Facts
  /** Errors first, then warnings and suggestions, each by position. */
  readonly findings: readonly Finding[]
  readonly undecided: readonly Undecided[]
  /** What Cognito refuses to create, or may refuse. */
  readonly refused: ReadonlyMap<Resource, Truth>
}

/** Runs every rule on files that are read already. */
export function diagnoseReading(reading: Reading): Diagnosis {
  const facts: Facts = { ...reading, access: accessOf(reading.deployed) }
  const { deployed } = facts
  const judged = {
    ...facts,
    deployed: {
      ...deployed,
      endpoints: [...deployed.endpoints, ...deployed.hidden],
      authorizers: [...deployed.authorizers, ...deployed.hiddenAuthorizers],
    },
  }
  const checked = rules.map(rule => ({ rule, verdicts: rule.check(judged) }))
  const found = checked.flatMap(({ rule, verdicts }) => judge(rule, verdicts))
  const sources = reading.files.map(({ source }) => source)
  const byPosition = ({ at: [a] }: Placed, { at: [b] }: Placed) =>
    sources.indexOf(a!.source) - sources.indexOf(b!.source) || a!.start - b!.start
  const findings = found.flatMap(it => ('severity' in it ? [it] : []))
  return {
    facts,
    findings: SEVERITIES.flatMap(severity =>
      findings.filter(finding => finding.severity === severity).toSorted(byPosition),
    ),
    undecided: found.flatMap(it => ('on' in it ? [it] : [])).toSorted(byPosition),
    refused: refusedByCognito(checked, reading),
  }
}

/** Every finding and undecided check has a place. */
interface Placed {
  readonly at: readonly Place[]
}

function judge(rule: Rule, verdicts: Verdicts): readonly (Finding | Undecided)[] {
  const groups = new Map<string, Verdict[]>()
  const undecided = new Map<string, Undecided>()
  for (const verdict of verdicts) {
    if (!verdict) continue
    if (verdict.truth.is === true) {
      const group = `${verdict.severity ?? rule.severity} ${verdict.group}`
      const alike = groups.get(group)
      if (alike) alike.push(verdict)
      else groups.set(group, [verdict])
    } else if (verdict.truth.is === undefined) {
      const before = undecided.get(verdict.on)
      undecided.set(verdict.on, {
        code: rule.code,
        on: verdict.on,
        message: `Whether this is true depends on values that are not in these files: ${verdict.message}`,
        at: before?.at ?? [placeOf(verdict)],
        because: distinctCauses([...(before?.because ?? []), ...verdict.truth.because]),
      })
    }
  }
  return [...[...groups.values()].map(group => toFinding(rule, group)), ...undecided.values()]
}

function toFinding(rule: Rule, verdicts: readonly Verdict[]): Finding {
  const first = verdicts[0]!
  let proposals: readonly Proposal[] | undefined
  const others = verdicts
    .filter(({ on, detail }) => on !== first.on || detail !== first.detail)
    .map(({ on, detail }) => (detail === undefined || detail === first.detail ? on : `${on} (${detail})`))
  const places = new Map(
    verdicts.map(verdict => [`${verdict.at.source.path} ${verdict.at.start}`, placeOf(verdict)]),
  )
  return {
    code: rule.code,
    severity: first.severity ?? rule.severity,
    message: others.length === 0 ? first.message : `${first.message} ${alsoTrue(others)}`,
    why: first.why,
    fix: first.fix + inConstruct(first),
    source: rule.source,
    at: [...places.values()],
    subjects: [...new Set(verdicts.map(({ on }) => on))],
    claims: [...new Set(verdicts.map(verdict => claimOf(rule, verdict)))],
    because: assumptionsOf(verdicts),
    get proposals() {
      proposals ??= proposalsOf(verdicts)
      return proposals
    },
  }
}

/** The group of a verdict without a resource is its place. */
const claimOf = ({ code }: Rule, { on, group, resource }: Verdict): string =>
  resource ? `${code} ${on} ${resource.key} ${group}` : `${code} ${on}`

/** Where to change what a generator wrote: an edit of its output would be lost. */
const inConstruct = ({ resource }: Verdict): string =>
  resource?.generated?.construct === undefined
    ? ''
    : ` In CDK, change the construct ${resource.generated.construct}.`

/** Changes that mend all places at once: those of the first, each with the like of it, or the best, of the others. */
function proposalsOf([first, ...others]: readonly Verdict[]): readonly Proposal[] {
  const lists = others.map(({ proposals }) => proposals?.() ?? [])
  return (first?.proposals?.() ?? []).flatMap(proposal => {
    const alike = lists.map(list => list.find(({ label }) => label === proposal.label) ?? list[0])
    if (alike.some(it => it === undefined)) return []
    const edits = [...proposal.edits, ...alike.flatMap(it => it?.edits ?? [])]
    return [{ label: proposal.label, edits }]
  })
}

/** How many names of other places are listed. */
const LISTED = 5

function alsoTrue(others: readonly string[]): string {
  const distinct = [...new Set(others)]
  const rest = distinct.length - LISTED
  const names = distinct.slice(0, LISTED).join(', ')
  return `The same is true of ${names}${rest > 0 ? ` and ${rest} more` : ''}.`
}

function placeOf({ at: { source, start, end }, resource }: Verdict): Place {
  return { source, start, end, ...(resource && { logicalId: resource.id }) }
}

const assumptionsOf = (verdicts: readonly Verdict[]): readonly string[] =>
  [...new Set(verdicts.flatMap(({ truth }) => truth.assumed))].map(name =>
    name.includes(':') ? `\${${name}} keeps its default` : `parameter ${name} keeps its default`,
  )
