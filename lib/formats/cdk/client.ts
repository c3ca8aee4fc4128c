import { child, type FieldPath } from '../../document/field-path'
import type { Client, Grant, TokenValidity } from '../../model/model'
import { code, quote } from '../../text/code'
import { type Line, withField } from '../../text/line'
import { at, type Chunk, list, paragraph } from './chunk'
import { clientId, oAuthScope, type Scopes, staged, variable } from './names'

export interface ClientContext {
  readonly names: Scopes
  /** One branding for each client that users sign in with. */
  readonly branded: boolean
  readonly explained: boolean
}

/** An application that may ask for tokens, and the look of its sign-in pages. */
export const client = (node: Client, { names, branded, explained }: ClientContext): Chunk =>
  paragraph(
    [
      'Client',
      node.id,
      node.field,
      node.name,
      node.grants,
      node.generateSecret,
      node.scopes.map(use => oAuthScope(use, names)),
      node.callbackUrls,
      node.defaultRedirectUri,
      node.logoutUrls,
      node.identityProviders,
      node.tokenValidity && Object.values(node.tokenValidity).join(),
      branded,
      explained,
    ],
    () => [
      ...withField(node.field, construct(node, names, explained)),
      ...(branded ? withField('userPool.managedLogin', branding(node)) : []),
    ],
  )

function construct(node: Client, names: Scopes, explained: boolean): Line[] {
  const field = (key: string) => child(node.field, key)
  return code`
    const ${variable(node)} = userPool.addClient(${quote(node.id)}, {
      ${at(field('name'), `userPoolClientName: ${staged(node.name)},`)}
      ${at(field('generateSecret'), `generateSecret: ${node.generateSecret},`)}
      ${list('supportedIdentityProviders', field('identityProviders'), providers(node))}
      preventUserExistenceErrors: true,
      ${node.tokenValidity && tokenValidity(node.tokenValidity, field('tokenValidity'))}
      oAuth: {
        ${at(field('grants'), `flows: { ${node.grants.map(grant => `${FLOWS[grant]}: true`).join(', ')} },`)}
        ${explained ? explanation : undefined}
        ${list('scopes', field('scopes'), scopes(node, names))}
        ${list('callbackUrls', field('callbackUrls'), urls(node.callbackUrls, field('callbackUrls')))}
        ${node.defaultRedirectUri && at(field('defaultRedirectUri'), `defaultRedirectUri: ${quote(node.defaultRedirectUri)},`)}
        ${list('logoutUrls', field('logoutUrls'), urls(node.logoutUrls, field('logoutUrls')))}
      },
    });
  `
}

const FLOWS: Readonly<Record<Grant, string>> = {
  authorization_code: 'authorizationCodeGrant',
  implicit: 'implicitCodeGrant',
  client_credentials: 'clientCredentials',
}

const explanation = code`
  // OAuthScope.custom('…') would do without the resource server, and the client could be created before its
  // scopes: ScopeDoesNotExistException.
`

const scopes = (node: Client, names: Scopes): Line[] =>
  node.scopes.map(use => ({ text: oAuthScope(use, names), field: use.field }))

const urls = (values: readonly string[], field: FieldPath): Line[] =>
  values.map((url, i) => ({ text: quote(url), field: child(field, i) }))

const PROVIDERS: Readonly<Record<string, string>> = {
  COGNITO: 'COGNITO',
  Facebook: 'FACEBOOK',
  Google: 'GOOGLE',
  LoginWithAmazon: 'AMAZON',
  SignInWithApple: 'APPLE',
}

const providers = ({ field, identityProviders }: Client): Line[] =>
  identityProviders.map((name, i) => ({
    text: `cognito.UserPoolClientIdentityProvider.${Object.hasOwn(PROVIDERS, name) ? PROVIDERS[name] : `custom(${quote(name)})`}`,
    field: child(field, 'identityProviders', i),
  }))

const tokenValidity = (validity: TokenValidity, field: FieldPath): Line[] => [
  ...at(
    child(field, 'accessTokenMinutes'),
    `accessTokenValidity: cdk.Duration.minutes(${validity.accessTokenMinutes}),`,
  ),
  ...at(child(field, 'idTokenMinutes'), `idTokenValidity: cdk.Duration.minutes(${validity.idTokenMinutes}),`),
  ...at(
    child(field, 'refreshTokenDays'),
    `refreshTokenValidity: cdk.Duration.days(${validity.refreshTokenDays}),`,
  ),
]

const branding = (node: Client): Line[] => code`
  // Without it managed login says "Login pages unavailable" to this client.
  new cognito.CfnManagedLoginBranding(this, ${quote(`${node.id}Branding`)}, {
    userPoolId: userPool.userPoolId,
    clientId: ${clientId(node)},
    useCognitoProvidedValues: true,
  });
`
