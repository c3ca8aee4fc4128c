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

/** Removes the automatic fix, which is a function, from a finding. */
export const plainFinding = ({ repair: _, ...finding }: RepairableFinding): Finding => finding
