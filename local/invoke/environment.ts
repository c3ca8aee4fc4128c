import path from 'node:path'
import type { LambdaFunction, Model } from '../../lib/model/model'
import { readTextFile } from '../read-at-most'
import { type Result, refused } from '../result'

type Environment = Readonly<Record<string, string>>

/** Reads lines `NAME=value`; quotes around a value and lines with # are as in a shell. */
export function readEnvironment(file: string): Result<Environment> {
  const found: Record<string, string> = {}
  let text: string
  try {
    text = readTextFile(file)
  } catch (error) {
    return refused(`cannot read ${file}: ${error instanceof Error ? error.message : String(error)}`)
  }
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    if (/^\s*(#|$)/.test(line)) continue
    const [, name, value = ''] = /^\s*(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)\s*=\s*(.*?)\s*$/.exec(line) ?? []
    if (name === undefined) return refused(`${path.basename(file)}, line ${i + 1}: expected NAME=value`)
    found[name] = value.replace(/^(['"])(.*)\1$/, '$2')
  }
  return { ok: true, value: found }
}

/**
 * What a function finds in `process.env`: this process's variables without those of AWS, so that no credentials reach
 * it unasked, Lambda's own, and those of the environment file.
 */
export const functionEnvironment = (
  { region }: Model,
  node: LambdaFunction,
  name: string,
  dir: string,
  given: Environment,
): Environment => ({
  ...inherited(),
  AWS_REGION: region,
  AWS_DEFAULT_REGION: region,
  AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
  AWS_LAMBDA_FUNCTION_NAME: name,
  AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
  AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '128',
  AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${name}`,
  AWS_LAMBDA_LOG_STREAM_NAME: 'local',
  LAMBDA_TASK_ROOT: dir,
  TZ: ':UTC',
  _HANDLER: node.handler,
  ...given,
})

const inherited = (): Environment =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      value === undefined || /^(AWS_|NODE_OPTIONS$)/.test(name) ? [] : [[name, value]],
    ),
  )
