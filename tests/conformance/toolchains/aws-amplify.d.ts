// The part of aws-amplify 6 that generated code uses, by hand from its reference
// (aws-amplify.github.io/amplify-js/api): the package itself has 113 MB. The code of all presets and cases was also
// type-checked against aws-amplify 6.22.1 itself, once.
declare module 'aws-amplify' {
  interface OAuthConfig {
    domain: string
    scopes: (
      | 'email'
      | 'openid'
      | 'phone'
      | 'profile'
      | 'aws.cognito.signin.user.admin'
      | (string & NonNullable<unknown>)
    )[]
    redirectSignIn: string[]
    redirectSignOut: string[]
    responseType: 'code' | 'token'
  }
  interface ResourcesConfig {
    Auth?: {
      Cognito: { userPoolId: string; userPoolClientId: string; loginWith?: { oauth?: OAuthConfig } }
    }
  }
  export const Amplify: { configure(resourceConfig: ResourcesConfig): void }
}

declare module 'aws-amplify/auth' {
  interface JWT {
    payload: { readonly [claim: string]: unknown }
    toString(): string
  }
  interface AuthSession {
    tokens?: { idToken?: JWT; accessToken: JWT }
  }
  export function fetchAuthSession(options?: { forceRefresh?: boolean }): Promise<AuthSession>
  export function signInWithRedirect(input?: { customState?: string }): Promise<void>
  export function signOut(input?: { global?: boolean }): Promise<void>
}
