import { child, type FieldPath } from '../../document/field-path'
import type { Client, Grant, RefreshTokenRotation, TokenValidity } from '../../model/model'
import { code, quote } from '../../text/code'
import { type Line, withField } from '../../text/line'
import { type Block, block } from '../../text/print-cache'
import { authFlows, exactFlows, rotation } from './client-flows'
import { at, expressionList, paragraph, stringList } from './lines'
import { clientId, oAuthScope, type Scopes, staged, variable } from './names'

export interface ClientContext {
  readonly names: Scopes
  /** The client gets a managed login style: its users sign in. */
  readonly branded: boolean
  readonly explained: boolean
}

type ClientInputs = Pick<
  Client,
  | 'id'
  | 'field'
  | 'name'
  | 'grants'
  | 'generateSecret'
  | 'callbackUrls'
  | 'defaultRedirectUri'
  | 'logoutUrls'
  | 'identityProviders'
  | 'explicitAuthFlows'
> & {
  readonly tokenValidity: Readonly<TokenValidity> | undefined
  readonly refreshTokenRotation: Readonly<RefreshTokenRotation> | undefined
  /** `readOAuthScope` */
  readonly scopes: readonly string[]
  readonly branded: boolean
  readonly explained: boolean
}

/** An app client and, if users sign in with it, its managed login style. */
export const client = (node: Client, { names, branded, explained }: ClientContext): Block =>
  block(
    {
      id: node.id,
      field: node.field,
      name: node.name,
      grants: node.grants,
      generateSecret: node.generateSecret,
      callbackUrls: node.callbackUrls,
      defaultRedirectUri: node.defaultRedirectUri,
      logoutUrls: node.logoutUrls,
      identityProviders: node.identityProviders,
      tokenValidity: node.tokenValidity,
      explicitAuthFlows: node.explicitAuthFlows,
      refreshTokenRotation: node.refreshTokenRotation,
      scopes: node.scopes.map(use => oAuthScope(use, names)),
      branded,
      explained,
    },
    clientLines,
  )

const clientLines = (inputs: ClientInputs): Line[] =>
  paragraph([
    ...withField(inputs.field, construct(inputs)),
    ...withField(child(inputs.field, 'explicitAuthFlows'), exactFlows(inputs)),
    ...(inputs.branded ? withField('userPool.managedLogin', branding(inputs)) : []),
  ])

function construct(inputs: ClientInputs): Line[] {
  const { id, name, grants, generateSecret, defaultRedirectUri, explained } = inputs
  const field = (key: string) => child(inputs.field, key)
  return code`
    const ${variable(id)} = userPool.addClient(${quote(id)}, {
      ${at(field('name'), `userPoolClientName: ${staged(name)},`)}
      ${at(field('generateSecret'), `generateSecret: ${generateSecret},`)}
      ${expressionList('supportedIdentityProviders', field('identityProviders'), inputs.identityProviders.map(provider))}
      preventUserExistenceErrors: true,
      ${inputs.tokenValidity && tokenValidity(inputs.tokenValidity, field('tokenValidity'))}
      ${authFlows(inputs)}
      ${rotation(inputs)}
      oAuth: {
        ${at(field('grants'), `flows: { ${grants.map(grant => `${FLOWS[grant]}: true`).join(', ')} },`)}
        ${explained ? explanation : undefined}
        ${expressionList('scopes', field('scopes'), inputs.scopes)}
        ${stringList('callbackUrls', field('callbackUrls'), inputs.callbackUrls)}
        ${defaultRedirectUri && at(field('defaultRedirectUri'), `defaultRedirectUri: ${quote(defaultRedirectUri)},`)}
        ${stringList('logoutUrls', field('logoutUrls'), inputs.logoutUrls)}
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
  // OAuthScope.custom('…') would not refer to the resource server, so the client could be created before its
  // scopes exist: ScopeDoesNotExistException.
`

const PROVIDERS: Readonly<Record<string, string>> = {
  COGNITO: 'COGNITO',
  Facebook: 'FACEBOOK',
  Google: 'GOOGLE',
  LoginWithAmazon: 'AMAZON',
  SignInWithApple: 'APPLE',
}

const provider = (name: string): string =>
  `cognito.UserPoolClientIdentityProvider.${Object.hasOwn(PROVIDERS, name) ? PROVIDERS[name] : `custom(${quote(name)})`}`

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

const branding = ({ id }: ClientInputs): Line[] => code`
  // Without a branding style, managed login answers "Login pages unavailable" for this client.
  new cognito.CfnManagedLoginBranding(this, ${quote(`${id}Branding`)}, {
    userPoolId: userPool.userPoolId,
    clientId: ${clientId(id)},
    useCognitoProvidedValues: true,
  });
`
