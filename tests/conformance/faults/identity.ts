import { all, type Fault, on, remove, set, unset } from './inject-fault'

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
  { name: 'user pool of another name', inject: set(POOL, 'UserPoolName', 'dev-others') },
  {
    name: 'user pool of another tier',
    inject: on(POOL, ({ properties }) => {
      properties.UserPoolTier = properties.UserPoolTier === 'PLUS' ? 'ESSENTIALS' : 'PLUS'
    }),
  },
  {
    name: 'self sign-up left open',
    inject: set(POOL, 'AdminCreateUserConfig', { AllowAdminCreateUserOnly: false }),
  },
  {
    name: 'self sign-up not mentioned, so open',
    inject: on(POOL, ({ properties }) => {
      if (properties.AdminCreateUserConfig.AllowAdminCreateUserOnly !== true) return false
      delete properties.AdminCreateUserConfig
    }),
  },
  {
    name: 'user pool deleted with its stack',
    inject: on(POOL, ({ resource }) => delete resource.DeletionPolicy),
  },
  {
    name: 'user pool lost when replaced',
    inject: on(POOL, ({ resource }) => delete resource.UpdateReplacePolicy),
  },
  {
    name: 'trigger that may change tokens',
    inject: set(POOL, 'LambdaConfig', {
      PreTokenGeneration: 'arn:aws:lambda:us-east-1:111122223333:function:x',
    }),
  },
  { name: 'weaker passwords', inject: set(POOL, 'Policies', { PasswordPolicy: { MinimumLength: 6 } }) },
  { name: 'domain of another prefix', inject: set(DOMAIN, 'Domain', 'dev-others') },
  {
    name: 'no domain',
    inject: template => {
      delete template.Outputs?.AuthorizeUrl
      delete template.Outputs?.TokenUrl
      return remove(DOMAIN)(template)
    },
  },
  {
    name: 'classic login instead of managed login',
    inject: on(DOMAIN, ({ properties }) => {
      if (properties.ManagedLoginVersion !== 2) return false
      properties.ManagedLoginVersion = 1
    }),
  },
  { name: 'managed login that shows no page', inject: remove(BRANDING) },
  {
    name: 'branding twice for one client',
    inject: template => {
      const [first] = all(template, BRANDING)
      if (first) template.Resources.Another = structuredClone(first.resource)
      return first !== undefined
    },
  },
  {
    name: 'resource server of another identifier',
    inject: on(SERVER, ({ properties }) => {
      properties.Identifier = `${properties.Identifier}2`
    }),
  },
  { name: 'resource server of another name', inject: set(SERVER, 'Name', 'Another name') },
  { name: 'resource server of another pool', inject: set(SERVER, 'UserPoolId', 'us-east-1_Other0000') },
  { name: 'resource server missing', inject: remove(SERVER) },
  {
    name: 'scope of another name',
    inject: on(SERVER, ({ properties }) => {
      properties.Scopes[0].ScopeName += 's'
    }),
  },
  {
    name: 'scope of another description',
    inject: on(SERVER, ({ properties }) => {
      properties.Scopes[0].ScopeDescription += '.'
    }),
  },
  {
    name: 'secret in a scope description',
    inject: on(SERVER, ({ properties }) => {
      properties.Scopes[0].ScopeDescription = '{{resolve:secretsmanager:prod/db:SecretString:password}}'
    }),
  },
  {
    name: 'scope missing',
    inject: on(SERVER, ({ properties }) => {
      properties.Scopes.pop()
    }),
  },
  {
    name: 'scope too many',
    inject: on(SERVER, ({ properties }) => {
      properties.Scopes.push({ ScopeName: 'superuser', ScopeDescription: 'All' })
    }),
  },
  {
    name: 'scope of a resource server that has none',
    inject: on(SERVER, ({ properties }) => {
      if (properties.Scopes) return false
      properties.Scopes = [{ ScopeName: 'read', ScopeDescription: 'Read' }]
    }),
  },
  { name: 'resource server without scopes missing', inject: remove(SERVER, ({ Scopes }) => !Scopes) },
  {
    name: 'scope that lost its quotes',
    inject: on(SERVER, ({ properties }) => {
      properties.Scopes[0].ScopeName = true
    }),
  },
  { name: 'client without its stage', inject: set(CLIENT, 'ClientName', 'web') },
  { name: 'client of another pool', inject: set(CLIENT, 'UserPoolId', 'us-east-1_Other0000') },
  {
    name: 'client missing',
    inject: template => {
      const [client] = all(template, CLIENT)
      if (!client) return false
      for (const branding of all(template, BRANDING, ({ ClientId }) => ClientId.Ref === client.id))
        delete template.Resources[branding.id]
      return remove(CLIENT)(template)
    },
  },
  {
    name: 'secret where there should be none, or none',
    inject: on(CLIENT, ({ properties }) => {
      properties.GenerateSecret = !properties.GenerateSecret
    }),
  },
  {
    name: 'grant too many',
    inject: on(CLIENT, ({ properties }) => {
      if (!properties.AllowedOAuthFlows.includes('code') || properties.AllowedOAuthFlows.length > 1)
        return false
      properties.AllowedOAuthFlows.push('implicit')
    }),
  },
  {
    name: 'grant missing',
    inject: on(CLIENT, ({ properties }) => {
      if (properties.AllowedOAuthFlows.length < 2) return false
      properties.AllowedOAuthFlows.pop()
    }),
  },
  {
    name: 'OAuth not switched on',
    inject: on(CLIENT, ({ properties }) => {
      delete properties.AllowedOAuthFlowsUserPoolClient
    }),
  },
  { name: 'password sign-in opened', inject: set(CLIENT, 'ExplicitAuthFlows', ['ALLOW_USER_PASSWORD_AUTH']) },
  {
    name: 'client scope missing',
    inject: on(CLIENT, ({ properties }) => {
      if (properties.AllowedOAuthScopes.length < 2) return false
      properties.AllowedOAuthScopes.pop()
    }),
  },
  {
    name: 'client scope too many',
    inject: on(CLIENT, ({ properties }) => {
      properties.AllowedOAuthScopes.push('aws.cognito.signin.user.admin')
    }),
  },
  {
    name: 'client scope without its identifier',
    inject: on(CLIENT, ({ properties }, template) => {
      const [server] = all(template, SERVER)
      if (!server) return false
      properties.AllowedOAuthScopes.push(server.properties.Scopes[0].ScopeName)
    }),
  },
  {
    name: 'client that does not wait for its resource server',
    inject: template => {
      const identifiers = new Map(
        all(template, SERVER).map(({ id, properties }) => [id, properties.Identifier]),
      )
      let injected = false
      for (const { resource, properties } of all(template, CLIENT)) {
        const before = JSON.stringify(resource)
        properties.AllowedOAuthScopes = properties.AllowedOAuthScopes.map(literal(identifiers))
        if (resource.DependsOn)
          resource.DependsOn = [resource.DependsOn].flat().filter((id: string) => !identifiers.has(id))
        injected ||= before !== JSON.stringify(resource)
      }
      return injected
    },
  },
  {
    name: 'callback URL of someone else',
    inject: on(CLIENT, ({ properties }) => {
      if (!properties.CallbackURLs?.length) return false
      properties.CallbackURLs.push('https://evil.example/callback')
    }),
  },
  {
    name: 'callback URL in another spelling',
    inject: on(CLIENT, ({ properties }) => {
      if (!properties.CallbackURLs?.length || properties.DefaultRedirectURI) return false
      properties.CallbackURLs[0] += '/'
    }),
  },
  { name: 'logout URL missing', inject: unset(CLIENT, 'LogoutURLs') },
  { name: 'default redirect missing', inject: unset(CLIENT, 'DefaultRedirectURI') },
  {
    name: 'identity provider too many',
    inject: on(CLIENT, ({ properties }) => {
      properties.SupportedIdentityProviders.push('Facebook')
    }),
  },
  {
    name: 'token validity counted in hours',
    inject: on(CLIENT, ({ properties }) => {
      if (!properties.TokenValidityUnits || properties.AccessTokenValidity > 24) return false
      properties.TokenValidityUnits.AccessToken = 'hours'
    }),
  },
  { name: 'token validity without its units', inject: unset(CLIENT, 'TokenValidityUnits') },
  {
    name: 'longer token validity',
    inject: on(CLIENT, ({ properties }) => {
      if (!properties.IdTokenValidity || properties.IdTokenValidity >= 1440) return false
      properties.IdTokenValidity += 1
    }),
  },
  {
    name: 'shorter refresh validity',
    inject: on(CLIENT, ({ properties }) => {
      if (!properties.RefreshTokenValidity || properties.RefreshTokenValidity < 2) return false
      properties.RefreshTokenValidity -= 1
    }),
  },
  {
    name: 'answers that tell whether a user exists',
    inject: set(CLIENT, 'PreventUserExistenceErrors', 'LEGACY'),
  },
]
