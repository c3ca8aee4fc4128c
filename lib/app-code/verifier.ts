import type { Client, Model } from '../model/model'
import { code, quote } from '../text/code'
import { deployedValues, heading } from './deployed-values'
import type { SnippetLines } from './snippet'

/** A verifier of the client's access tokens with aws-jwt-verify, for a backend that API Gateway does not protect. */
export function verifier(model: Model, client: Client): SnippetLines {
  const { userPoolId, clientId } = deployedValues(model, client)
  return code`
    ${heading(model, client, {
      purpose: 'Verifies access tokens in a backend that API Gateway does not protect',
      requires: 'npm install aws-jwt-verify',
      usesDomain: false,
    })}

    import { CognitoJwtVerifier } from 'aws-jwt-verify';

    const USER_POOL_ID = ${userPoolId};
    const CLIENT_ID = ${clientId};

    /** The scopes that the client can request. */
    export type Scope =
      ${client.scopes.map(({ fullScope }, i) => ({
        text: `| ${quote(fullScope)}${i === client.scopes.length - 1 ? ';' : ''}`,
      }))}

    /** Checks signature, issuer, expiry, client, and that it is an access token: an ID token has no scopes. */
    export const verifier = CognitoJwtVerifier.create({
      userPoolId: USER_POOL_ID,
      clientId: CLIENT_ID,
      tokenUse: 'access',
    });

    /**
     * Returns the claims of the token in an Authorization header. Throws when the token is not valid (answer 401), and when
     * it does not contain the scope (answer 403).
     */
    export async function verifyAccessToken(authorization: string | undefined, scope: Scope) {
      const token = (authorization ?? '').replace(/^Bearer +/i, '');
      return verifier.verify(token, { scope });
    }
  `
}
