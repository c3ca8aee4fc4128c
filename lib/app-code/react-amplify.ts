import type { Client, Model } from '../model/model'
import { code } from '../text/code'
import type { Line } from '../text/line'
import { apiTokens } from './api-token'
import { deployedValues, heading } from './deployed-values'
import { callbackUris, webUris } from './redirect-uris'
import type { SnippetLines } from './snippet'
import { stringItems } from './string-items'

/** Sign-in of a React or React Native app with AWS Amplify 6: the authorization code grant with PKCE where it is allowed. */
export function reactAmplify(model: Model, client: Client): SnippetLines {
  const { userPoolId, clientId, domain, apiUrl } = deployedValues(model, client)
  const hasCode = client.grants.includes('authorization_code')
  const isForPages = webUris(client.callbackUrls).length > 0
  const signsOut = client.logoutUrls.length > 0
  return code`
    ${heading(model, client, {
      purpose: `Sign-in for a ${isForPages ? 'React' : 'React Native'} app, with AWS Amplify 6`,
      requires: isForPages
        ? 'npm install aws-amplify'
        : 'npm install aws-amplify @aws-amplify/react-native @aws-amplify/rtn-web-browser (see docs.amplify.aws/react-native)',
      usesDomain: true,
    })}

    import { Amplify } from 'aws-amplify';
    import { fetchAuthSession, signInWithRedirect${signsOut ? ', signOut' : ''} } from 'aws-amplify/auth';
    ${isForPages ? code`import { type ReactNode, useEffect, useState } from 'react';` : undefined}

    const API_URL = ${apiUrl};

    Amplify.configure({
      Auth: {
        Cognito: {
          userPoolId: ${userPoolId},
          userPoolClientId: ${clientId},
          loginWith: {
            oauth: {
              domain: ${domain},
              scopes: [
                ${stringItems(client.scopes.map(({ fullScope }) => fullScope))}
              ],
              // Amplify uses the address on the origin of the page; in React Native, one with the scheme of the app.
              redirectSignIn: [
                ${stringItems(callbackUris(client))}
              ],
              redirectSignOut: [
                ${stringItems(client.logoutUrls)}
              ],
              ${hasCode ? AUTHORIZATION_CODE : IMPLICIT}
            },
          },
        },
      },
    });

    export const signIn = (): Promise<void> => signInWithRedirect();

    ${
      signsOut
        ? code`export const signOutHereAndAtCognito = (): Promise<void> => signOut();`
        : code`// Amplify can sign out only if the client has a logout URL.`
    }

    ${callApi(apiTokens(model, client))}
    ${isForPages ? [{ text: '' }, ...component(signsOut)] : undefined}
  `
}

const AUTHORIZATION_CODE = code`
  // The authorization code grant. Amplify always adds PKCE (RFC 7636).
  responseType: 'code',
`

const IMPLICIT = code`
  // The implicit grant, the only one of this client: prefer the authorization code grant.
  responseType: 'token',
`

const READ = { access: 'accessToken', id: 'idToken?' } as const

function callApi(tokens: ReturnType<typeof apiTokens>): Line[] {
  const [first = 'access'] = tokens
  const parameter = tokens.length > 1
  return code`
    /** Calls the API with ${parameter ? 'the access token, or with the ID token where the endpoint requires it' : `the ${first === 'id' ? 'ID' : 'access'} token`}. Amplify refreshes the tokens. */
    export async function callApi(
      path: string,
      init: RequestInit = {},
      ${parameter ? code`token: 'accessToken' | 'idToken' = 'accessToken',` : undefined}
    ): Promise<Response> {
      const { tokens } = await fetchAuthSession();
      const headers = new Headers(init.headers);
      headers.set('Authorization', \`Bearer \${tokens?.${parameter ? '[token]?' : READ[first]}.toString() ?? ''}\`);
      return fetch(API_URL + path, { ...init, headers });
    }
  `
}

const component = (signsOut: boolean): Line[] => code`
  /** Shows its children to a user who is signed in, and a button to everyone else. */
  export function SignIn({ children }: { readonly children?: ReactNode }) {
    const [isSignedIn, setSignedIn] = useState<boolean>();
    const [problem, setProblem] = useState<string>();
    useEffect(() => {
      // After a sign-in this waits until Amplify has exchanged the code.
      fetchAuthSession().then(
        ({ tokens }) => setSignedIn(tokens !== undefined),
        reason => setProblem(String(reason)),
      );
    }, []);
    if (problem !== undefined) return <p role="alert">{problem}</p>;
    if (isSignedIn === undefined) return <p>Signing in…</p>;
    if (!isSignedIn)
      return (
        <button type="button" onClick={signIn}>
          Sign in
        </button>
      );
    return (
      <>
        ${
          signsOut
            ? code`
              <button type="button" onClick={signOutHereAndAtCognito}>
                Sign out
              </button>
            `
            : undefined
        }
        {children}
      </>
    );
  }
`
