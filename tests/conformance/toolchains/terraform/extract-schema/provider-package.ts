import fs from 'node:fs'
import path from 'node:path'
import type { ProviderSchema } from '../schema'
import { resourceSchema } from './resource-schema'

/** Reads the schema of `types` from the unpacked package `@cdktn/provider-aws` in `folder`. */
export function schemaOfPackage(folder: string, types: readonly string[]): ProviderSchema {
  const { cdktn } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'))
  const { name, version } = cdktn.provider
  const resources = types.map(type => [
    type,
    resourceSchema(fs.readFileSync(path.join(folder, moduleOf(type)), 'utf8'), type),
  ])
  return { provider: { name, version }, resources: Object.fromEntries(resources) }
}

/** `aws_iam_role` → `lib/iam-role/index.js`, `data.aws_region` → `lib/data-aws-region/index.js`. */
export const moduleOf = (type: string): string =>
  `lib/${type.replace(/^aws_/, '').replaceAll(/[._]/g, '-')}/index.js`
