import { TRIGGER_VERSIONS, USERNAME_ATTRIBUTES } from '../aws/user-pool'
import type { Deployed, UserPool } from '../deployed/deployed'
import { asText, propertyAt } from '../deployed/questions'
import { HANDLER } from '../document/endpoint'
import { isKnownAs, knownText, knownTexts } from './known-text'
import type { Notes } from './report'

type Values = Readonly<Record<string, unknown>>

/** How users register and sign in, and the trigger: what a template says of it. The rest keeps the defaults of the spec. */
export const importPoolSettings = (pool: UserPool, deployed: Deployed, notes: Notes): Values => ({
  ...selfSignUp(pool),
  ...usernameAttributes(pool),
  ...mfa(pool, notes),
  ...trigger(pool, deployed, notes),
})

/** Off unless the template says otherwise in so many words: a spec opens a pool only on purpose. */
function selfSignUp({ settings }: UserPool): Values {
  const adminOnly = propertyAt(settings, ['AdminCreateUserConfig', 'AllowAdminCreateUserOnly'])
  return isKnownAs(/^(?:false|no)$/i, adminOnly) ? { selfSignUp: true } : {}
}

function usernameAttributes({ settings }: UserPool): Values {
  const listed = knownTexts(propertyAt(settings, ['UsernameAttributes']))
  const known = USERNAME_ATTRIBUTES.filter(attribute => listed.includes(attribute))
  return known.length > 0 ? { usernameAttributes: known } : {}
}

const MFA: ReadonlyMap<string | undefined, string> = new Map([
  ['OPTIONAL', 'optional'],
  ['ON', 'required'],
])

function mfa({ id, at, settings }: UserPool, notes: Notes): Values {
  const value = MFA.get(knownText(propertyAt(settings, ['MfaConfiguration'])))
  if (value === undefined) return {}
  const methods = knownTexts(propertyAt(settings, ['EnabledMfas']))
  if (methods.some(method => method !== 'SOFTWARE_TOKEN_MFA') || methods.length === 0)
    notes.entries.push({
      what: `second factor of user pool ${id}`,
      at,
      how: 'changed',
      into: 'userPool.mfa',
      why: 'The only second factor of a spec is an authenticator app.',
    })
  return { mfa: value }
}

function trigger(pool: UserPool, { functions }: Deployed, notes: Notes): Values {
  const config = propertyAt(pool.settings, ['LambdaConfig', 'PreTokenGenerationConfig'])
  const version = TRIGGER_VERSIONS.find(one => one === knownText(pool.triggerVersion))
  if (version === undefined) return {}
  if (knownText(pool.tier) === 'LITE') {
    notes.entries.push({
      what: `trigger of user pool ${pool.id}`,
      at: pool.at,
      how: 'left-out',
      into: null,
      why: 'The LITE feature plan has no triggers that change access tokens.',
    })
    return {}
  }
  const called = asText(propertyAt(config, ['LambdaArn'])).parts.flatMap(part =>
    part.kind === 'resource' ? [part.id] : [],
  )
  const own = functions.find(({ key }) => called.includes(key))
  const written = own?.handler && knownText(own.handler)?.replace(/^\.\//, '')
  // Inline code is in no file of the project.
  const handler = written !== undefined && HANDLER.test(written) && written !== INLINE ? written : undefined
  notes.entries.push({
    what: `trigger of user pool ${pool.id}`,
    at: own?.at ?? pool.at,
    how: handler === undefined ? 'invented' : 'mapped',
    into: 'userPool.preTokenGeneration',
    why: handler === undefined ? 'The files do not name a file and export of its function.' : '',
  })
  return { preTokenGeneration: { handler: handler ?? INVENTED, version } }
}

const INLINE = 'index.handler'
const INVENTED = 'src/claims.handler'
