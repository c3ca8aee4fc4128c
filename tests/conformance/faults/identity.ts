import { all, type Fault, on, remove, set, unset } from './plant'

const POOL = 'Cognito::UserPool'
const DOMAIN = 'Cognito::UserPoolDomain'
const SERVER = 'Cognito::UserPoolResourceServer'
const CLIENT = 'Cognito::UserPoolClient'
const BRANDING = 'Cognito::ManagedLoginBranding'

/** Scopes without the references by which a client waits for its resource servers. */
const literal = (identifiers: ReadonlyMap<string, string>) => (scope: unknown) =>
  typeof scope === 'string'
    ? scope
    : JSON.parse(JSON.stringify(scope), (_, value) =>
        value && typeof value === 'object' && typeof value.Ref === 'string'
          ? (identifiers.get(value.Ref) ?? value)
          : value,
      )

/** Whatever is wrong with the user pool, its resource servers and its clients. */
export const identityFaults: readonly Fault[] = [
  { name: 'user pool of another name', plant: set(POOL, 'UserPoolName', 'dev-others') },
  {
    name: 'user pool of another tier',
    plant: on(POOL, ({ properties }) => {
      properties.UserPoolTier = properties.UserPoolTier === 'PLUS' ? 'ESSENTIALS' : 'PLUS'
    }),
  },
  {
    name: 'self sign-up left open',
    plant: set(POOL, 'AdminCreateUserConfig', { AllowAdminCreateUserOnly: false }),
  },
  { name: 'self sign-up not mentioned', plant: unset(POOL, 'AdminCreateUserConfig') },
  {
    name: 'user pool deleted with its stack',
    plant: on(POOL, ({ resource }) => delete resource.DeletionPolicy),
  },
  {
    name: 'user pool lost when replaced',
    plant: on(POOL, ({ resource }) => delete resource.UpdateReplacePolicy),
  },
  {
    name: 'trigger that may change tokens',
    plant: set(POOL, 'LambdaConfig', {
      PreTokenGeneration: 'arn:aws:lambda:us-east-1:111122223333:function:x',
    }),
  },
  { name: 'weaker passwords', plant: set(POOL, 'Policies', { PasswordPolicy: { MinimumLength: 6 } }) },
  { name: 'domain of another prefix', plant: set(DOMAIN, 'Domain', 'dev-others') },
  {
    name: 'no domain',
    plant: ground => {
      delete ground.Outputs?.AuthorizeUrl
      delete ground.Outputs?.TokenUrl
      return remove(DOMAIN)(ground)
    },
  },
  {
    name: 'classic login instead of managed login',
    plant: on(DOMAIN, ({ properties }) => {
      if (properties.ManagedLoginVersion !== 2) return false
      properties.ManagedLoginVersion = 1
    }),
  },
  { name: 'managed login that shows no page', plant: remove(BRANDING) },
  {
    name: 'branding twice for one client',
    plant: ground => {
      const [first] = all(ground, BRANDING)
      if (first) ground.Resources.Another = structuredClone(first.resource)
      return first !== undefined
    },
  },
  {
    name: 'resource server of another identifier',
    plant: on(SERVER, ({ properties }) => {
      properties.Identifier = `${properties.Identifier}2`
    }),
  },
  { name: 'resource server of another name', plant: set(SERVER, 'Name', 'Another name') },
  { name: 'resource server of another pool', plant: set(SERVER, 'UserPoolId', 'us-east-1_Other0000') },
  { name: 'resource server missing', plant: remove(SERVER) },
  {
    name: 'scope of another name',
    plant: on(SERVER, ({ properties }) => {
      properties.Scopes[0].ScopeName += 's'
    }),
  },
  {
    name: 'scope of another description',
    plant: on(SERVER, ({ properties }) => {
      properties.Scopes[0].ScopeDescription += '.'
    }),
  },
  {
    name: 'secret in a scope description',
    plant: on(SERVER, ({ properties }) => {
      properties.Scopes[0].ScopeDescription = '{{resolve:secretsmanager:prod/db:SecretString:password}}'
    }),
  },
  {
    name: 'scope missing',
    plant: on(SERVER, ({ properties }) => {
      properties.Scopes.pop()
    }),
  },
  {
    name: 'scope too many',
    plant: on(SERVER, ({ properties }) => {
      properties.Scopes.push({ ScopeName: 'superuser', ScopeDescription: 'All' })
    }),
  },
  {
    name: 'scope that lost its quotes',
    plant: on(SERVER, ({ properties }) => {
      properties.Scopes[0].ScopeName = true
    }),
  },
  { name: 'client without its stage', plant: set(CLIENT, 'ClientName', 'web') },
  { name: 'client of another pool', plant: set(CLIENT, 'UserPoolId', 'us-east-1_Other0000') },
  {
    name: 'client missing',
    plant: ground => {
      const [client] = all(ground, CLIENT)
      if (!client) return false
      for (const branding of all(ground, BRANDING, ({ ClientId }) => ClientId.Ref === client.id))
        delete ground.Resources[branding.id]
      return remove(CLIENT)(ground)
    },
  },
  {
    name: 'secret where there should be none, or none',
    plant: on(CLIENT, ({ properties }) => {
      properties.GenerateSecret = !properties.GenerateSecret
    }),
  },
  {
    name: 'grant too many',
    plant: on(CLIENT, ({ properties }) => {
      if (!properties.AllowedOAuthFlows.includes('code') || properties.AllowedOAuthFlows.length > 1)
        return false
      properties.AllowedOAuthFlows.push('implicit')
    }),
  },
  {
    name: 'grant missing',
    plant: on(CLIENT, ({ properties }) => {
      if (properties.AllowedOAuthFlows.length < 2) return false
      properties.AllowedOAuthFlows.pop()
    }),
  },
  {
    name: 'OAuth not switched on',
    plant: on(CLIENT, ({ properties }) => {
      delete properties.AllowedOAuthFlowsUserPoolClient
    }),
  },
  { name: 'password sign-in opened', plant: set(CLIENT, 'ExplicitAuthFlows', ['ALLOW_USER_PASSWORD_AUTH']) },
  {
    name: 'client scope missing',
    plant: on(CLIENT, ({ properties }) => {
      if (properties.AllowedOAuthScopes.length < 2) return false
      properties.AllowedOAuthScopes.pop()
    }),
  },
  {
    name: 'client scope too many',
    plant: on(CLIENT, ({ properties }) => {
      properties.AllowedOAuthScopes.push('aws.cognito.signin.user.admin')
    }),
  },
  {
    name: 'client scope without its identifier',
    plant: on(CLIENT, ({ properties }, ground) => {
      const [server] = all(ground, SERVER)
      if (!server) return false
      properties.AllowedOAuthScopes.push(server.properties.Scopes[0].ScopeName)
    }),
  },
  {
    name: 'client that does not wait for its resource server',
    plant: ground => {
      const identifiers = new Map(
        all(ground, SERVER).map(({ id, properties }) => [id, properties.Identifier]),
      )
      let planted = false
      for (const { resource, properties } of all(ground, CLIENT)) {
        const before = JSON.stringify(resource)
        properties.AllowedOAuthScopes = properties.AllowedOAuthScopes.map(literal(identifiers))
        if (resource.DependsOn)
          resource.DependsOn = [resource.DependsOn].flat().filter((id: string) => !identifiers.has(id))
        planted ||= before !== JSON.stringify(resource)
      }
      return planted
    },
  },
  {
    name: 'callback URL of someone else',
    plant: on(CLIENT, ({ properties }) => {
      if (!properties.CallbackURLs?.length) return false
      properties.CallbackURLs.push('https://evil.example/callback')
    }),
  },
  {
    name: 'callback URL in another spelling',
    plant: on(CLIENT, ({ properties }) => {
      if (!properties.CallbackURLs?.length || properties.DefaultRedirectURI) return false
      properties.CallbackURLs[0] += '/'
    }),
  },
  { name: 'logout URL missing', plant: unset(CLIENT, 'LogoutURLs') },
  { name: 'default redirect missing', plant: unset(CLIENT, 'DefaultRedirectURI') },
  {
    name: 'identity provider too many',
    plant: on(CLIENT, ({ properties }) => {
      properties.SupportedIdentityProviders.push('Facebook')
    }),
  },
  {
    name: 'token validity counted in hours',
    plant: on(CLIENT, ({ properties }) => {
      if (!properties.TokenValidityUnits || properties.AccessTokenValidity > 24) return false
      properties.TokenValidityUnits.AccessToken = 'hours'
    }),
  },
  { name: 'token validity without its units', plant: unset(CLIENT, 'TokenValidityUnits') },
  {
    name: 'longer token validity',
    plant: on(CLIENT, ({ properties }) => {
      if (!properties.IdTokenValidity || properties.IdTokenValidity >= 1440) return false
      properties.IdTokenValidity += 1
    }),
  },
  {
    name: 'shorter refresh validity',
    plant: on(CLIENT, ({ properties }) => {
      if (!properties.RefreshTokenValidity || properties.RefreshTokenValidity < 2) return false
      properties.RefreshTokenValidity -= 1
    }),
  },
  {
    name: 'answers that tell whether a user exists',
    plant: set(CLIENT, 'PreventUserExistenceErrors', 'LEGACY'),
  },
]
