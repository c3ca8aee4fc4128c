import type { ReadOptions } from '../read/read'
import type { Diagnosis } from './diagnose-reading'
import type { Finding } from './finding'
import { possibleRepairs, type Repair } from './repair'
import { findingsLike, repairsTogether } from './repairs-together'

/** What proofs of one repair may cost; after that, the repairs of findings that are alike are proved together. */
const ONE_BY_ONE = 2 * 1024 * 1024
/** What these may cost, for each code; of what is then left, repairs are proved one by one again. */
const TOGETHER = 4 * 1024 * 1024
/** After that, no repair is proved alone any more. */
const IN_ALL = 32 * 1024 * 1024

/**
 * Answers which repairs of a finding are proved; undefined if so much was read that they were not tried. `prove` proves
 * those of one finding.
 */
export function createProver(
  diagnosis: Diagnosis,
  options: ReadOptions,
  prove: (finding: Finding, diagnosis: Diagnosis, options: ReadOptions) => readonly Repair[],
): (finding: Finding) => readonly Repair[] | undefined {
  const { facts } = diagnosis
  const cost = costOf(diagnosis)
  let spent = 0
  const readAgain: typeof facts.readAgain = (...given) => {
    spent += cost
    return facts.readAgain(...given)
  }
  const counted = { ...diagnosis, facts: { ...facts, readAgain } }
  const tried = new Set<Finding>()
  const proved = new Map<Finding, Repair | null>()

  return finding => {
    if (possibleRepairs(finding, diagnosis).length === 0) return []
    if (spent <= ONE_BY_ONE) return prove(finding, counted, options)
    if (!tried.has(finding)) {
      const alike = findingsLike(finding, diagnosis)
      const end = spent + TOGETHER
      for (const it of alike) tried.add(it)
      for (const group of repairsTogether(alike, counted, options)) {
        for (const [repaired, repair] of group) proved.set(repaired, repair)
        if (spent > end) break
      }
    }
    const repair = proved.get(finding)
    if (repair === undefined) return spent <= IN_ALL ? prove(finding, counted, options) : undefined
    return repair === null ? [] : [repair]
  }
}

/** What it costs to judge the files again: characters to read, pairs of things that the rules compare, and findings. */
function costOf({ facts: { files, deployed }, findings }: Diagnosis): number {
  const size = files.reduce((sum, { source }) => sum + source.text.length, 0)
  const { clients, resourceServers, endpoints, deployments } = deployed
  const pairs =
    clients.length * (resourceServers.length + endpoints.length) + deployments.length * endpoints.length
  return size + FINDING * findings.length + PAIR * pairs
}

/** A pair and a finding, counted as so many characters: a file of that size is judged in less time. */
const PAIR = 16
const FINDING = 32
