import { cloudFormationGuide } from '../../aws/docs'
import { known } from '../../deployed/truth'
import type { Rule } from '../rule'

export const duplicateKey: Rule = {
  code: 'DUPLICATE_KEY',
  severity: 'warning',
  source: cloudFormationGuide('template-formats'),
  check: ({ duplicates }) =>
    duplicates.map(({ key }) => ({
      truth: known(true),
      on: key.value,
      group: `${key.source.path} ${key.start}`,
      at: key,
      message: `The key ${key.value} is written twice.`,
      why: 'Most parsers keep the last one, so the first one has no effect.',
      fix: 'Remove one of the two.',
    })),
}
