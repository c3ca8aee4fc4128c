import { snapshotScript } from '../lib/doctor/snapshot-script'
import { isUserPoolId } from '../lib/token/issuer'
import { parseArguments } from './arguments'
import { type Outcome, UsageError } from './command'

/**
 * `snapshot (--rest-api ID --stage NAME | --http-api ID) --user-pool ID [--region R]`: prints a script that collects
 * what is deployed. It runs nothing itself.
 */
export async function snapshot(args: readonly string[]): Promise<Outcome> {
  const { values, positionals } = parseArguments(args, {
    'rest-api': { type: 'string' },
    'http-api': { type: 'string' },
    stage: { type: 'string' },
    'user-pool': { type: 'string' },
    region: { type: 'string' },
  })
  if (positionals.length > 0)
    throw new UsageError(`snapshot accepts no arguments; remove ${positionals.join(' ')}`)
  const { 'rest-api': restApi, 'http-api': httpApi, 'user-pool': userPool, stage } = values
  if ((restApi === undefined) === (httpApi === undefined))
    throw new UsageError('snapshot requires one of --rest-api and --http-api')
  if (restApi !== undefined && stage === undefined)
    throw new UsageError('--rest-api needs --stage: the stage that is called')
  if (userPool === undefined) throw new UsageError('snapshot needs --user-pool: the id of the user pool')
  if (!isUserPoolId(userPool))
    throw new UsageError(`--user-pool ${userPool} is not a user pool id: it looks like us-east-1_AbCdEf123`)
  const api = restApi ?? httpApi ?? ''
  if (!/^[a-z0-9]{1,32}$/i.test(api))
    throw new UsageError(`${api} is not an API id: it looks like a1b2c3d4e5`)
  if (stage !== undefined && !/^[A-Za-z0-9_$-]{1,128}$/.test(stage))
    throw new UsageError(`${stage} is not the name of a stage`)
  const region = values.region ?? userPool.split('_')[0] ?? ''
  if (!/^[a-z]{2,4}(?:-[a-z]+)+-\d$/.test(region))
    throw new UsageError(`--region ${region} is not the name of a Region`)
  const target =
    restApi === undefined
      ? { type: 'http' as const, id: api }
      : { type: 'rest' as const, id: api, stage: stage ?? '' }
  return { status: 0, stdout: snapshotScript({ api: target, userPool, region }) }
}
