import type { Client, Model } from '../model/model'
import { code, quote } from '../text/code'
import type { Line } from '../text/line'
import { apiTokens } from './api-token'
import { deployedValues, heading } from './deployed-values'
import { callbackUris, webUris } from './redirect-uris'
import type { SnippetLines } from './snippet'
import { stringItems } from './string-items'

/** Sign-in of a React app with oidc-client-ts: the authorization code grant with PKCE. */
export function reactOidc(model: Model, client: Client): SnippetLines {
  const redirectUris = webUris(callbackUris(client))
  const signOutUris = webUris(client.logoutUrls)
  if (!client.grants.includes('authorization_code'))
    return {
      reason: 'The only grant of this client is the implicit grant, which oidc-client-ts does not support.',
      instead: 'Add the authorization code grant to the client, and remove the implicit grant.',
    }
  if (redirectUris.length === 0)
    return {
      reason:
        'The callback URLs of this client are addresses of an app, and a browser cannot return to them.',
      instead: 'Add a callback URL with https or http for a web page. For React Native, use AWS Amplify.',
    }
  const { issuer, clientId, apiUrl } = deployedValues(model, client)
  return code`
    ${heading(model, client, {
      purpose: 'Sign-in for a React app, with oidc-client-ts',
      requires: 'npm install oidc-client-ts',
      usesDomain: false,
    })}

    import { type User, UserManager } from 'oidc-client-ts';
    import { type ReactNode, useEffect, useState } from 'react';

    const ISSUER = ${issuer};
    const CLIENT_ID = ${clientId};
    const API_URL = ${apiUrl};

    const SCOPES = [
      ${stringItems(client.scopes.map(({ fullScope }) => fullScope))}
    ];

    /** The address on the origin of this page; otherwise the first. */
    function onThisOrigin(first: string, ...others: readonly string[]): string {
      const isHere = (uri: string) => URL.canParse(uri) && new URL(uri).origin === window.location.origin;
      return [first, ...others].find(isHere) ?? first;
    }

    export const userManager = new UserManager({
      authority: ISSUER,
      client_id: CLIENT_ID,
      redirect_uri: onThisOrigin(
        ${stringItems(redirectUris)}
      ),
      // The authorization code grant. oidc-client-ts always adds PKCE (RFC 7636).
      response_type: 'code',
      scope: SCOPES.join(' '),
    });

    export const signIn = (): Promise<void> => userManager.signinRedirect();

    ${signOut(signOutUris)}

    let returning: Promise<User> | undefined;

    /** The user who is signed in, also when Cognito has just sent the browser back. */
    export async function currentUser(): Promise<User | null> {
      const parameters = new URLSearchParams(window.location.search);
      const isAnswer = parameters.has('state') && (parameters.has('code') || parameters.has('error'));
      if (!isAnswer) return userManager.getUser();
      // Once, although React runs effects twice in strict mode: a code is valid for one request.
      returning ??= userManager.signinRedirectCallback().finally(() => {
        window.history.replaceState(null, '', window.location.pathname);
      });
      return returning;
    }

    ${callApi(apiTokens(model, client))}

    /** Shows its children to a user who is signed in, and a button to everyone else. */
    export function SignIn({ children }: { readonly children?: ReactNode }) {
      const [user, setUser] = useState<User | null>();
      const [problem, setProblem] = useState<string>();
      useEffect(() => {
        currentUser().then(setUser, reason => setProblem(String(reason)));
      }, []);
      if (problem !== undefined) return <p role="alert">{problem}</p>;
      if (user === undefined) return <p>Signing in…</p>;
      if (user === null || user.expired)
        return (
          <button type="button" onClick={signIn}>
            Sign in
          </button>
        );
      return (
        <>
          <button type="button" onClick={signOut}>
            Sign out
          </button>
          {children}
        </>
      );
    }
  `
}

/** Cognito's logout endpoint requires other parameters than OpenID Connect: developer guide, "The managed login sign-out endpoint". */
const signOut = (uris: readonly string[]): Line[] =>
  uris.length === 0
    ? code`
        /**
         * Removes the tokens from this browser. To end the session at Cognito too, add a logout URL to the client and send the
         * browser to the logout endpoint.
         */
        export async function signOut(): Promise<void> {
          await userManager.removeUser();
          window.location.reload();
        }
      `
    : code`
        /** Signs out here and at Cognito, whose logout endpoint requires client_id and logout_uri. */
        export async function signOut(): Promise<void> {
          const endpoint = await userManager.metadataService.getEndSessionEndpoint();
          await userManager.removeUser();
          const logoutUri = onThisOrigin(
            ${stringItems(uris)}
          );
          const parameters = new URLSearchParams({ client_id: CLIENT_ID, logout_uri: logoutUri });
          window.location.assign(\`\${endpoint}?\${parameters}\`);
        }
      `

function callApi(tokens: ReturnType<typeof apiTokens>): Line[] {
  const [first] = tokens
  const name = { access: 'access_token', id: 'id_token' } as const
  return tokens.length === 1
    ? code`
        /** Calls the API with the ${first === 'id' ? 'ID token' : 'access token, which contains the scopes'}. */
        export async function callApi(path: string, init: RequestInit = {}): Promise<Response> {
          const user = await userManager.getUser();
          const headers = new Headers(init.headers);
          headers.set('Authorization', \`Bearer \${user?.${name[first ?? 'access']} ?? ''}\`);
          return fetch(API_URL + path, { ...init, headers });
        }
      `
    : code`
        /** Calls the API: with the access token, which contains the scopes, unless the endpoint requires the ID token. */
        export async function callApi(
          path: string,
          init: RequestInit = {},
          token: ${quote('access_token')} | ${quote('id_token')} = 'access_token',
        ): Promise<Response> {
          const user = await userManager.getUser();
          const headers = new Headers(init.headers);
          headers.set('Authorization', \`Bearer \${user?.[token] ?? ''}\`);
          return fetch(API_URL + path, { ...init, headers });
        }
      `
}
