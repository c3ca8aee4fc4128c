import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

/** What the issuer reads of a compiled template: plain CloudFormation JSON, as AWS would get it. */
interface Template {
  readonly Resources: Readonly<
    Record<string, { readonly Type: string; readonly Properties: Record<string, unknown> }>
  >
}

export interface Issuer {
  readonly jwks: { readonly keys: readonly object[] }
  /** Client credentials → the access token, or the error of the token endpoint. */
  token(client: string, scope?: string): Promise<{ readonly token?: string; readonly error?: string }>
  close(): Promise<void>
}

const SECRET = 'a-secret-of-the-test-and-of-nothing-else'
export const RESOURCE = 'https://api.example.com'

/** Starts a real authorization server on loopback with the machine clients and scopes of the template. */
export async function startIssuer(template: Template, issuer: string): Promise<Issuer> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const named = { kid: 'issuer-key', use: 'sig', alg: 'RS256' }
  const resources = Object.entries(template.Resources)
  const scopes = resources
    .filter(([, { Type }]) => Type === 'AWS::Cognito::UserPoolResourceServer')
    .flatMap(([, { Properties }]) =>
      (Properties.Scopes as { ScopeName: string }[]).map(
        ({ ScopeName }) => `${Properties.Identifier}/${ScopeName}`,
      ),
    )
  const clients = resources
    .filter(([, { Type }]) => Type === 'AWS::Cognito::UserPoolClient')
    .filter(([, { Properties }]) => (Properties.AllowedOAuthFlows as string[]).includes('client_credentials'))
    .map(([id, { Properties }]) => ({ id, scopes: Properties.AllowedOAuthScopes as string[] }))

  const provider = new Provider(issuer, {
    jwks: { keys: [{ ...privateJwk(privateKey), ...named }] },
    clients: clients.map(client => ({
      client_id: client.id,
      client_secret: SECRET,
      grant_types: ['client_credentials'],
      redirect_uris: [],
      response_types: [],
      scope: client.scopes.join(' '),
    })),
    scopes,
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => RESOURCE,
        getResourceServerInfo: () => ({
          scope: scopes.join(' '),
          audience: RESOURCE,
          accessTokenFormat: 'jwt',
          accessTokenTTL: 3600,
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
    // The claim by which Cognito distinguishes its tokens; everything else is the issuer's own.
    extraTokenClaims: () => ({ token_use: 'access' }),
  })
  const server = createServer(provider.callback())
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    jwks: { keys: [{ ...publicKey.export({ format: 'jwk' }), ...named }] },
    async token(client, scope) {
      const answer = await fetch(`http://127.0.0.1:${port}/token`, {
        method: 'POST',
        headers: { authorization: `Basic ${Buffer.from(`${client}:${SECRET}`).toString('base64')}` },
        body: new URLSearchParams({ grant_type: 'client_credentials', ...(scope && { scope }) }),
      })
      const body = (await answer.json()) as { access_token?: string; error?: string }
      return {
        ...(body.access_token && { token: body.access_token }),
        ...(body.error && { error: body.error }),
      }
    },
    close: () => closed(server),
  }
}

const privateJwk = (key: KeyObject) => key.export({ format: 'jwk' })

const closed = (server: Server) =>
  new Promise<void>((resolve, reject) => {
    server.closeAllConnections()
    server.close(error => (error ? reject(error) : resolve()))
  })
