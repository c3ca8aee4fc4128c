import { fields, items } from './fields'
import {
  type Client,
  type ExistingUserPool,
  type NewUserPool,
  type ResourceServer,
  sorted,
  sortedBy,
  type UserPoolKey,
} from './graph'
import type { Opened, Resource } from './intrinsics'
import { readTrigger } from './trigger'

/** `«AWS::Cognito::UserPool dev-users»` or the id of a pool of another stack → its key. */
export function userPoolKey(reference: unknown): UserPoolKey {
  if (typeof reference !== 'string') throw new Error(`no user pool: ${JSON.stringify(reference)}`)
  const made = /^«AWS::Cognito::UserPool (.*)»$/.exec(reference)
  if (made) return `new:${made[1]}`
  if (/^[a-z]+(-[a-z]+)+-\d_[A-Za-z0-9]+$/.test(reference)) return reference
  throw new Error(`no user pool: ${reference}`)
}

/** `«AWS::Cognito::UserPoolClient dev-web»` → `dev-web`. */
export function clientName(reference: unknown): string {
  const made = /^«AWS::Cognito::UserPoolClient (.*)»$/.exec(String(reference))
  if (!made) throw new Error(`no client: ${JSON.stringify(reference)}`)
  return made[1]!
}

const MESSAGE = 'The verification code to your new account is {####}'
const SUBJECT = 'Verify your new account'

/** What CDK's UserPool adds for mails and account recovery: the same as Cognito's defaults, in its own words. */
const MAILS_AND_RECOVERY = {
  AccountRecoverySetting: {
    RecoveryMechanisms: [
      { Name: 'verified_phone_number', Priority: 1 },
      { Name: 'verified_email', Priority: 2 },
    ],
  },
  EmailVerificationMessage: MESSAGE,
  EmailVerificationSubject: SUBJECT,
  SmsVerificationMessage: MESSAGE,
  VerificationMessageTemplate: {
    DefaultEmailOption: 'CONFIRM_WITH_CODE',
    EmailMessage: MESSAGE,
    EmailSubject: SUBJECT,
    SmsMessage: MESSAGE,
  },
}

export function readUserPool(template: Opened, region: string): NewUserPool | ExistingUserPool {
  const pools = template.ofType('AWS::Cognito::UserPool')
  const domains = template.ofType('AWS::Cognito::UserPoolDomain').map(domain => {
    const { UserPoolId, Domain, ManagedLoginVersion } = template.properties(domain, [
      'UserPoolId',
      'Domain',
      'ManagedLoginVersion',
    ])
    return {
      userPool: userPoolKey(UserPoolId),
      prefix: String(Domain),
      loginVersion: Number(ManagedLoginVersion ?? 1),
    }
  })
  if (pools.length > 1 || domains.length > 1) throw new Error('more than one user pool or domain')
  const [pool] = pools
  const [domain] = domains
  if (!pool) {
    if (domain) throw new Error('a domain for a pool of another stack')
    const keys = new Set(
      ['AWS::Cognito::UserPoolResourceServer', 'AWS::Cognito::UserPoolClient']
        .flatMap(template.ofType)
        .map(({ resource }) => userPoolKey(template.resolve(resource.Properties?.UserPoolId))),
    )
    if (keys.size !== 1) throw new Error(`one user pool expected: ${[...keys]}`)
    return { source: 'existing', key: [...keys][0]! }
  }
  const properties = template.properties(
    pool,
    [
      'UserPoolName',
      'UserPoolTier',
      'AdminCreateUserConfig',
      'UsernameAttributes',
      'AutoVerifiedAttributes',
      'MfaConfiguration',
      'EnabledMfas',
      'LambdaConfig',
    ],
    MAILS_AND_RECOVERY,
  )
  const { AllowAdminCreateUserOnly } = fields(
    properties.AdminCreateUserConfig,
    ['AllowAdminCreateUserOnly'],
    'AdminCreateUserConfig',
  )
  const key = `new:${String(properties.UserPoolName)}`
  if (domain && domain.userPool !== key) throw new Error(`the domain is of ${domain.userPool}`)
  return {
    source: 'new',
    key,
    tier: String(properties.UserPoolTier ?? 'ESSENTIALS'),
    selfSignUp: AllowAdminCreateUserOnly !== true,
    usernameAttributes: strings(properties.UsernameAttributes),
    verified: strings(properties.AutoVerifiedAttributes),
    mfa: {
      configuration: String(properties.MfaConfiguration ?? 'OFF'),
      methods: strings(properties.EnabledMfas),
    },
    trigger: readTrigger(
      template,
      properties.LambdaConfig,
      `«AWS::Cognito::UserPool ${properties.UserPoolName}»`,
      region,
    ),
    onDelete: pool.resource.DeletionPolicy ?? 'Delete',
    onReplace: pool.resource.UpdateReplacePolicy ?? 'Delete',
    domain: domain ? { prefix: domain.prefix, loginVersion: domain.loginVersion } : null,
  }
}

export function readResourceServers(template: Opened): ResourceServer[] {
  const servers = template.ofType('AWS::Cognito::UserPoolResourceServer').map(server => {
    const { UserPoolId, Identifier, Name, Scopes } = template.properties(server, [
      'UserPoolId',
      'Identifier',
      'Name',
      'Scopes',
    ])
    const scopes: Record<string, string> = {}
    for (const item of items(Scopes, server.id)) {
      const scope = fields(item, ['ScopeName', 'ScopeDescription'], server.id)
      const full = `${Identifier}/${scope.ScopeName}`
      if (full in scopes) throw new Error(`${full} twice`)
      // A number or boolean here would be a scope that lost its quotes.
      if (typeof scope.ScopeName !== 'string' || typeof scope.ScopeDescription !== 'string')
        throw new Error(`not text: ${JSON.stringify(scope)}`)
      scopes[full] = scope.ScopeDescription
    }
    return { userPool: userPoolKey(UserPoolId), identifier: string(Identifier), name: string(Name), scopes }
  })
  return sortedBy(servers, ({ identifier }) => identifier)
}

const MINUTES: Readonly<Record<string, number>> = { seconds: 1 / 60, minutes: 1, hours: 60, days: 1440 }

export function readClients(template: Opened): Client[] {
  const branded = brandedClients(template)
  const clients = template.ofType('AWS::Cognito::UserPoolClient')
  const names = clients.map(client => string(template.resolve(client.resource.Properties?.ClientName)))
  for (const { client } of branded)
    if (!names.includes(client)) throw new Error(`branding of ${client}, which is not there`)
  return sortedBy(
    clients.map(client => readClient(template, client, branded)),
    ({ name }) => name,
  )
}

type Branding = { readonly client: string; readonly userPool: UserPoolKey }

function readClient(template: Opened, client: Resource, brandings: readonly Branding[]): Client {
  const p = template.properties(client, [
    'UserPoolId',
    'ClientName',
    'GenerateSecret',
    'AllowedOAuthFlowsUserPoolClient',
    'AllowedOAuthFlows',
    'AllowedOAuthScopes',
    'CallbackURLs',
    'LogoutURLs',
    'DefaultRedirectURI',
    'SupportedIdentityProviders',
    'AccessTokenValidity',
    'IdTokenValidity',
    'RefreshTokenValidity',
    'TokenValidityUnits',
    'PreventUserExistenceErrors',
    'ExplicitAuthFlows',
    'RefreshTokenRotation',
  ])
  const units = fields(p.TokenValidityUnits, ['AccessToken', 'IdToken', 'RefreshToken'], client.id)
  const minutes = (value: unknown, unit: unknown, byDefault: number, defaultUnit: string) => {
    const factor = MINUTES[String(unit ?? defaultUnit)]
    if (factor === undefined) throw new Error(`unit ${unit}`)
    return value === undefined ? byDefault : Math.round(Number(value) * factor * 60) / 60
  }
  const name = string(p.ClientName)
  const userPool = userPoolKey(p.UserPoolId)
  const own = brandings.filter(branding => branding.client === name)
  if (own.length > 1 || own.some(branding => branding.userPool !== userPool))
    throw new Error(`brandings of ${name}: ${JSON.stringify(own)}`)
  const before = template.before(client.id)
  return {
    userPool,
    name,
    secret: p.GenerateSecret === true,
    flows: strings(p.AllowedOAuthFlows),
    oauthEnabled: p.AllowedOAuthFlowsUserPoolClient === true,
    scopes: strings(p.AllowedOAuthScopes),
    callbackUrls: strings(p.CallbackURLs),
    logoutUrls: strings(p.LogoutURLs),
    defaultRedirect: p.DefaultRedirectURI === undefined ? null : string(p.DefaultRedirectURI),
    identityProviders: strings(p.SupportedIdentityProviders),
    minutes: {
      access: minutes(p.AccessTokenValidity, units.AccessToken, 60, 'hours'),
      id: minutes(p.IdTokenValidity, units.IdToken, 60, 'hours'),
      refresh: minutes(p.RefreshTokenValidity, units.RefreshToken, 30 * 1440, 'days'),
    },
    userExistenceErrors: String(p.PreventUserExistenceErrors ?? 'LEGACY'),
    authFlows: p.ExplicitAuthFlows === undefined ? null : strings(p.ExplicitAuthFlows),
    rotationGraceSeconds: rotation(p.RefreshTokenRotation, client.id),
    branded: own.length === 1,
    after: neededServers(template, strings(p.AllowedOAuthScopes), before),
  }
}

function rotation(value: unknown, where: string): number | null {
  if (value === undefined) return null
  const { Feature, RetryGracePeriodSeconds } = fields(value, ['Feature', 'RetryGracePeriodSeconds'], where)
  if (Feature !== 'ENABLED') throw new Error(`${where}: rotation is ${Feature}`)
  if (typeof RetryGracePeriodSeconds !== 'number')
    throw new Error(`${where}: grace ${RetryGracePeriodSeconds}`)
  return RetryGracePeriodSeconds
}

/** Of the resource servers whose scopes are listed, those that are certain to be there first. */
function neededServers(
  template: Opened,
  scopes: readonly string[],
  before: ReadonlySet<string>,
): readonly string[] {
  const identifiers = template
    .ofType('AWS::Cognito::UserPoolResourceServer')
    .filter(({ id }) => before.has(id))
    .map(({ resource }) => string(template.resolve(resource.Properties?.Identifier)))
  // A scope's name has no slash, its identifier may have some.
  const needed = new Set(
    scopes.filter(scope => scope.includes('/')).map(scope => scope.slice(0, scope.lastIndexOf('/'))),
  )
  return sorted(identifiers.filter(identifier => needed.has(identifier)))
}

const brandedClients = (template: Opened): Branding[] =>
  template.ofType('AWS::Cognito::ManagedLoginBranding').map(branding => {
    const { UserPoolId, ClientId, UseCognitoProvidedValues } = template.properties(branding, [
      'UserPoolId',
      'ClientId',
      'UseCognitoProvidedValues',
    ])
    if (UseCognitoProvidedValues !== true) throw new Error(`${branding.id} is not Cognito's own branding`)
    return { client: clientName(ClientId), userPool: userPoolKey(UserPoolId) }
  })

function string(value: unknown): string {
  if (typeof value !== 'string') throw new Error(`text expected: ${JSON.stringify(value)}`)
  return value
}

export function strings(value: unknown): readonly string[] {
  if (value === undefined) return []
  if (!Array.isArray(value)) throw new Error(`a list expected: ${JSON.stringify(value)}`)
  const list = sorted(value.map(string))
  if (new Set(list).size !== list.length) throw new Error(`something twice: ${list}`)
  return list
}
