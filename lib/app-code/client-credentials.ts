import type { Client, Model } from '../model/model'
import { code } from '../text/code'
import { deployedValues, heading } from './deployed-values'
import type { SnippetLines } from './snippet'
import { stringItems } from './string-items'

/** The token request of a machine client (RFC 6749, section 4.4), for Node.js. */
export function clientCredentials(model: Model, client: Client): SnippetLines {
  const { clientId, tokenUrl, apiUrl, userPoolId } = deployedValues(model, client)
  return code`
    ${heading(model, client, {
      purpose: 'Gets access tokens with the client credentials grant',
      requires: 'Node.js 20 or later, without other packages.',
      usesDomain: true,
    })}

    const TOKEN_URL = ${tokenUrl};
    const CLIENT_ID = ${clientId};
    const API_URL = ${apiUrl};

    const SCOPES = [
      ${stringItems(client.scopes.map(({ fullScope }) => fullScope))}
    ];

    /**
     * The secret is not an output of the stack. Keep it in a secret store, and read it there. To see it once:
     * aws cognito-idp describe-user-pool-client --region ${model.region} --user-pool-id ${userPoolId} --client-id ${clientId}
     */
    const clientSecret = (): string => {
      const secret = process.env.CLIENT_SECRET;
      if (!secret) throw new Error('The environment variable CLIENT_SECRET is not set');
      return secret;
    };

    let current: { readonly token: string; readonly refreshAt: number } | undefined;

    /** An access token. It is used again until a minute before it expires, because Cognito charges for every request. */
    export async function accessToken(): Promise<string> {
      if (current && Date.now() < current.refreshAt) return current.token;
      const response = await fetch(TOKEN_URL, {
        method: 'POST',
        headers: { Authorization: \`Basic \${Buffer.from(\`\${CLIENT_ID}:\${clientSecret()}\`).toString('base64')}\` },
        body: new URLSearchParams({ grant_type: 'client_credentials', scope: SCOPES.join(' ') }),
      });
      if (!response.ok) throw new Error(\`Token endpoint: \${response.status} \${await response.text()}\`);
      const { access_token: token, expires_in: seconds } = (await response.json()) as TokenResponse;
      current = { token, refreshAt: Date.now() + (seconds - 60) * 1000 };
      return token;
    }

    interface TokenResponse {
      readonly access_token: string;
      /** Seconds. */
      readonly expires_in: number;
    }

    export async function callApi(path: string, init: RequestInit = {}): Promise<Response> {
      const headers = new Headers(init.headers);
      headers.set('Authorization', \`Bearer \${await accessToken()}\`);
      return fetch(API_URL + path, { ...init, headers });
    }
  `
}
