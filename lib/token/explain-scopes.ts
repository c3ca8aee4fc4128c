import type { TokenScope, TokenSummary } from './summarize'

/** A scope of a token and its meaning. */
export interface ExplainedScope extends TokenScope {
  readonly meaning: string
  /** A custom scope that the spec does not declare. */
  readonly undeclared?: true
}

const BUILT_IN: ReadonlyMap<string, string> = new Map([
  ['openid', 'Signs the user in: adds an ID token and gives access to /oauth2/userInfo.'],
  ['email', "The user's email address, in the ID token and userInfo."],
  ['phone', "The user's phone number, in the ID token and userInfo."],
  ['profile', "The user's other readable attributes, in the ID token and userInfo."],
  [
    'aws.cognito.signin.user.admin',
    "Lets the user's app read and change the user's own account through the Cognito API.",
  ],
])

/** Explains the token's scopes in its order; `declared` maps every custom scope of the spec to its description. */
export const explainScopes = (
  { scopes }: TokenSummary,
  declared: ReadonlyMap<string, string>,
): readonly ExplainedScope[] =>
  scopes.map(({ fullScope, kind }) => {
    const meaning = BUILT_IN.get(fullScope) ?? declared.get(fullScope)
    return meaning === undefined
      ? { fullScope, kind, meaning: 'No resource server here declares it.', undeclared: true }
      : { fullScope, kind, meaning }
  })
