import type { Model } from '../model/model'
import type { Finding, OutputMetrics, RepairableFinding } from './finding'
import { rules } from './rules'

/** Runs every rule: warnings first, then in the order of the rules. */
export function repairableFindings(model: Model, measures: OutputMetrics): readonly RepairableFinding[] {
  const found = rules.flatMap(rule => rule.check(model, measures))
  return [
    ...found.filter(({ severity }) => severity === 'warning'),
    ...found.filter(({ severity }) => severity === 'suggestion'),
  ]
}

/** Removes from a finding what only the page needs. */
export const plainFinding = ({ repair: _, at: __, ...finding }: RepairableFinding): Finding => finding
