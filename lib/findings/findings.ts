import type { Model } from '../model/model'
import type { Finding, OutputMetrics, RepairableFinding } from './finding'
import { rules } from './rules'

/** Everything that a valid spec should be told about: warnings first, then as the rules stand. */
export function repairableFindings(model: Model, measures: OutputMetrics): readonly RepairableFinding[] {
  const found = rules.flatMap(rule => rule.check(model, measures))
  return [
    ...found.filter(({ severity }) => severity === 'warning'),
    ...found.filter(({ severity }) => severity === 'suggestion'),
  ]
}

/** The same as plain data, for printing. */
export const plainFinding = ({ repair: _, ...finding }: RepairableFinding): Finding => finding
