import { advise } from '../lib/document/nearest'
import type { Model } from '../lib/model/model'
import { triggerOf } from '../lib/model/trigger'
import type { LocalOptions } from './api'

/** Every option, `true` only so that the compiler notices a missing or strange one. */
const NAMES: Readonly<Record<keyof LocalOptions, true>> = {
  spec: true,
  handlers: true,
  users: true,
  port: true,
  issuerPort: true,
  host: true,
  unsafeHost: true,
  issuer: true,
  https: true,
  keys: true,
  now: true,
  seed: true,
  upstream: true,
  upstreamClaims: true,
  stub: true,
  autoLogin: true,
  env: true,
  timeout: true,
}

/** Says which option does not exist, or has no effect next to another one; undefined when every option has an effect. */
export function conflict(options: LocalOptions): string | undefined {
  const unknown = Object.keys(options).find(name => !Object.hasOwn(NAMES, name))
  if (unknown !== undefined) return `${unknown}: unknown option. ${advise(unknown, Object.keys(NAMES))}`
  const { upstream, upstreamClaims, stub, unsafeHost, host, env, handlers } = options
  if (upstream !== undefined && stub === true)
    return '--upstream and --stub cannot be combined: allowed requests go to the upstream, so no function answers with its event. Remove one of them'
  if (upstreamClaims !== undefined && upstream === undefined) return '--upstream-claims requires --upstream'
  if (unsafeHost === true && host === undefined)
    return '--unsafe-host requires --host, the address to listen on'
  if (env !== undefined && typeof handlers === 'object')
    return '--env does not apply to handlers that are functions of this process. Set process.env instead'
  return undefined
}

/** Says which option has no effect with the API of this spec; undefined when every option has one. */
export function unusedOption(options: LocalOptions, model: Model): string | undefined {
  const { autoLogin, upstream } = options
  if (autoLogin !== undefined && !model.clients.some(({ interactive }) => interactive))
    return '--auto-login requires a client with the grant authorization_code or implicit: no client of this spec signs users in'
  // The handler of a pre token generation trigger is called with an upstream too.
  if (upstream === undefined || triggerOf(model)) return undefined
  const name = (['handlers', 'env'] as const).find(option => options[option] !== undefined)
  return (
    name &&
    `--upstream and --${name} cannot be combined: allowed requests go to the upstream, and no handler is called. Remove one of them`
  )
}
