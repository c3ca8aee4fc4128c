import { type Answer, headerValues } from '../../lib/gateway/request'
import { automaticUser, loginRequest, signIn, signInNames } from './authorize'
import { errorPage, type Issuer, type IssuerRequest, json, redirect, withParameters } from './exchange'
import { loginPage } from './login-page'
import { NO_SESSION } from './session'

/** `GET /login` shows the form; `POST /login` signs in and returns to the app. */
export async function login(issuer: Issuer, request: IssuerRequest): Promise<Answer> {
  const { pool } = issuer
  const read = loginRequest(pool, request.parameters)
  if (!read.ok) return read.answer
  const show = (fault?: string) =>
    loginPage({
      pool,
      client: read.asked.client,
      scopes: read.asked.scopes,
      query: request.query,
      ...(fault !== undefined && { fault }),
    })
  if (request.method === 'GET' || request.method === 'HEAD') {
    const automatic = automaticUser(issuer)
    return automatic ? signIn(issuer, read.asked, automatic) : show()
  }
  const [origin] = headerValues(request.headers, 'origin')
  const [host] = headerValues(request.headers, 'host')
  // Another site must not sign a browser in; a browser names the page that the form was on.
  if (origin !== undefined && origin !== `${request.scheme}://${host}`)
    return json(403, { error: 'forbidden' })
  const name = request.form.get('username') ?? ''
  const user = pool.users().find(one => signInNames(pool, one).includes(name))
  if (!user || (user.password !== undefined && user.password !== request.form.get('password')))
    return show('Incorrect username or password.')
  return signIn(issuer, read.asked, user)
}

/** `/logout`: ends the session, then redirects to `logout_uri` or back to the login page (guide, "The sign-out endpoint"). */
export function logout({ pool }: Issuer, { parameters }: IssuerRequest): Answer {
  const clientId = parameters.get('client_id')
  const client = pool.clients().find(({ id }) => id === clientId)
  if (!client) return errorPage('Client does not exist.', clientId)
  const logoutUri = parameters.get('logout_uri')
  if (logoutUri !== null)
    return client.client.logoutUrls.includes(logoutUri)
      ? redirect(logoutUri, [['set-cookie', NO_SESSION]])
      : errorPage('redirect_mismatch', clientId)
  const names = ['response_type', 'client_id', 'redirect_uri', 'scope', 'state', 'nonce']
  const again = Object.fromEntries(names.map(name => [name, parameters.get(name) ?? undefined]))
  if (again.redirect_uri === undefined || again.response_type === undefined)
    return errorPage('Required String parameter redirect_uri is not present', clientId)
  return redirect(withParameters('/login', again), [['set-cookie', NO_SESSION]])
}
