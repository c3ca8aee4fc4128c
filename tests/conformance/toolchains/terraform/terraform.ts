import type { CompiledTemplate } from '../template'
import { evaluate } from './evaluate'
import { lower } from './lower'
import { readModule } from './module'
import { schemaFaults } from './schema'

/**
 * What a module would create, as the CloudFormation that means the same. Throws at what HashiCorp's parser, its
 * formatter or the provider's schema reports for the text, and at everything that is not understood here.
 */
export async function lowerTerraform(
  text: string,
  region: string,
  given: Readonly<Record<string, string>>,
): Promise<CompiledTemplate> {
  const module = await readModule(text)
  const faults = [...module.resources, ...module.data].flatMap(schemaFaults)
  if (faults.length > 0) throw new Error(`the provider's schema: ${faults.join('; ')}`)
  const evaluated = evaluate(module, given)
  if (evaluated.providerRegion !== region) throw new Error(`the provider is in ${evaluated.providerRegion}`)
  for (const { type, args, address } of evaluated.instances)
    if (type === 'aws_lambda_function' && args.source_code_hash !== 'hash of the archive')
      throw new Error(`new code of ${address} is not deployed`)
  return {
    Resources: lower(evaluated),
    Outputs: Object.fromEntries(
      Object.entries(evaluated.outputs).map(([name, Value]) => [outputName(name), { Value }]),
    ),
  }
}

/** `user_pool_id` → `UserPoolId`: CloudFormation has no underscores there. */
const outputName = (name: string): string =>
  name.replace(/(?:^|_+)([a-z\d])/g, (_, first: string) => first.toUpperCase())
