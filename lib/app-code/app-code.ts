import type { Client, Model } from '../model/model'
import { print } from '../text/line'
import { clientCredentials } from './client-credentials'
import { reactAmplify } from './react-amplify'
import { reactOidc } from './react-oidc'
import type { MissingSnippet, Snippet, SnippetId, SnippetLines } from './snippet'
import { verifier } from './verifier'

export type { MissingSnippet, Snippet, SnippetId } from './snippet'

/** Everything for one app client: code, or the reason why it has none. */
export interface ClientCode {
  /** Name of the client. */
  readonly client: string
  readonly snippets: readonly (Snippet | MissingSnippet)[]
}

interface Kind {
  readonly id: SnippetId
  readonly label: string
  readonly fileName: string
  readonly lines: (model: Model, client: Client) => SnippetLines
}

const inBrowser =
  (lines: Kind['lines']): Kind['lines'] =>
  (model, client) =>
    client.generateSecret ? HAS_SECRET : lines(model, client)

const HAS_SECRET = {
  reason: 'This client has a secret, and anyone with a copy of the app could read it.',
  instead:
    'Sign users in on a server that keeps the secret, for example with openid-client; or turn off the client secret.',
} as const

const SIGN_IN: readonly Kind[] = [
  {
    id: 'react-oidc',
    label: 'React: oidc-client-ts',
    fileName: 'sign-in.tsx',
    lines: inBrowser(reactOidc),
  },
  {
    id: 'react-amplify',
    label: 'React: AWS Amplify',
    fileName: 'sign-in.tsx',
    lines: inBrowser(reactAmplify),
  },
]

const MACHINE: readonly Kind[] = [
  {
    id: 'client-credentials',
    label: 'Token request',
    fileName: 'access-token.ts',
    lines: clientCredentials,
  },
]

const VERIFIER: Kind = {
  id: 'verifier',
  label: 'Backend: aws-jwt-verify',
  fileName: 'verify-access-token.ts',
  lines: verifier,
}

/** Code for the apps that use a deployed API: how each client signs in or gets a token, and how a backend verifies it. */
export const appCode = (model: Model): readonly ClientCode[] =>
  model.clients.map(client => ({
    client: client.name,
    snippets: [...(client.interactive ? SIGN_IN : MACHINE), VERIFIER].map(kind =>
      toSnippet(kind, model, client),
    ),
  }))

function toSnippet(
  { id, label, fileName, lines }: Kind,
  model: Model,
  client: Client,
): Snippet | MissingSnippet {
  const made = lines(model, client)
  return 'reason' in made ? { id, label, ...made } : { id, label, fileName, text: print(made).text }
}
