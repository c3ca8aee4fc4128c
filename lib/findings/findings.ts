import type { Spec } from '../document/spec'
import type { Model } from '../model/model'
import { acknowledge } from './acknowledge'
import type { Finding, OutputMetrics, RepairableFinding } from './finding'
import { rules } from './rules'

/** Runs every rule: warnings first, then in the order of the rules; what the spec acknowledges says so. */
export function repairableFindings(
  spec: Spec,
  model: Model,
  measures: OutputMetrics,
): readonly RepairableFinding[] {
  const found = rules.flatMap(rule => rule.check(model, measures))
  const inOrder = [
    ...found.filter(({ severity }) => severity === 'warning'),
    ...found.filter(({ severity }) => severity === 'suggestion'),
  ]
  return acknowledge(inOrder, spec)
}

/** Removes from a finding what only the page needs. */
export const plainFinding = ({ repair: _, at: __, ...finding }: RepairableFinding): Finding => finding
