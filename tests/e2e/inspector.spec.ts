import { expect, type Page, settled, test } from './fixture'

test.use({ sharesPage: true })

const tokenBox = (page: Page) => page.getByRole('textbox', { name: 'Token', exact: true })

/** A sample of the page, signed in it, with its key set. */
async function sample(page: Page) {
  await page.goto('/inspector/')
  return makeSample(page)
}

async function makeSample(page: Page) {
  await page.getByRole('button', { name: 'Sample', exact: true }).click()
  await expect(page.getByText('Valid', { exact: true })).toBeVisible()
  return {
    token: await tokenBox(page).inputValue(),
    jwks: await page.getByRole('textbox', { name: 'Public keys (JWKS)' }).inputValue(),
  }
}

test('paste, read, verify with a key set, change one character, see it fail', async ({ page }) => {
  const { token, jwks } = await sample(page)
  await page.getByRole('button', { name: 'Clear' }).click()
  await page.getByRole('textbox', { name: 'Public keys (JWKS)' }).fill('')

  await tokenBox(page).fill(`curl -H 'Authorization: Bearer ${token}' https://api.example.com/dev/myevent`)
  await expect(page.getByRole('heading', { name: 'Access token' })).toBeVisible()
  await expect(page.getByText('Not checked', { exact: true })).toBeVisible()
  await expect(page.getByText(/Expires in \d+ minutes/)).toBeVisible()
  const claims = page.getByRole('region', { name: 'Claims', exact: true })
  await expect(claims.getByText('token_use', { exact: true })).toBeVisible()
  await expect(claims.getByText('Read access. Gives access to 1 endpoint.')).toBeVisible()
  await expect(page.getByRole('button', { name: /GET.*\/myevent.*200 allowed/ })).toBeVisible()

  await page.getByRole('textbox', { name: 'Public keys (JWKS)' }).fill(jwks)
  await expect(page.getByText('Valid', { exact: true })).toBeVisible()

  const at = token.lastIndexOf('.') + 20
  const other = token[at] === 'A' ? 'B' : 'A'
  await tokenBox(page).fill(token.slice(0, at) + other + token.slice(at + 1))
  await expect(page.getByText('Invalid', { exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: /GET.*\/myevent.*401 denied/ })).toBeVisible()
})

test('an allowed endpoint shows the event of its function', async ({ page }) => {
  await sample(page)
  await page.getByRole('button', { name: /GET.*\/myevent.*200 allowed/ }).click()
  await page.getByText('What your Lambda receives').click()
  const event = page.getByRole('figure')
  await expect(event).toContainText('"resource": "/myevent"')
  await expect(event).toContainText('"token_use": "access"')
})

test('several tokens in one paste: the one that is chosen is shown', async ({ page }) => {
  const { token } = await sample(page)
  const [header, claims, signature] = token.split('.')
  const { iss } = JSON.parse(Buffer.from(claims!, 'base64url').toString())
  const second = Buffer.from(JSON.stringify({ token_use: 'id', sub: 'second', iss, exp: 4e9 }))
  const other = `${header}.${second.toString('base64url')}.${signature}`
  await page.getByRole('textbox', { name: 'Public keys (JWKS)' }).fill('')
  await tokenBox(page).fill(JSON.stringify({ access_token: token, id_token: other, expires_in: 3600 }))
  await expect(page.getByText('2 tokens found.')).toBeVisible()
  await page.getByRole('combobox', { name: 'Token to inspect' }).selectOption('id_token')
  await expect(page.getByRole('heading', { name: 'ID token' })).toBeVisible()
  await expect(page.getByText('second', { exact: true })).toBeVisible()
  const row = page.getByRole('button', { name: /GET.*\/myevent.*401 denied/ })
  await expect(row).toHaveAttribute('aria-expanded', 'true')
  await expect(row).toContainText('Requires an access token')
})

test('a broken token shows what decodes and says what is wrong with the rest', async ({ page }) => {
  const { token } = await sample(page)
  const [header, claims, signature] = token.split('.')
  await tokenBox(page).fill(`${header}.${claims!.slice(0, 40)}+${claims!.slice(41)}.${signature}`)
  const shown = page.getByRole('region', { name: 'Claims', exact: true })
  await expect(shown.getByText(/character 41 is "\+"/)).toBeVisible()
  await expect(shown.getByText('RS256', { exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: /GET.*\/myevent.*401 denied/ })).toBeVisible()

  await tokenBox(page).fill('hello')
  await expect(page.getByRole('heading', { name: 'Not a token' })).toBeVisible()
})

test('a missing scope: the chain of checks, the answer and the parameter to ask with', async ({ page }) => {
  const { token } = await sample(page)
  const [header, claims, signature] = token.split('.')
  const body = JSON.parse(Buffer.from(claims!, 'base64url').toString())
  const without = Buffer.from(JSON.stringify({ ...body, scope: 'openid email' })).toString('base64url')
  await page.getByRole('textbox', { name: 'Public keys (JWKS)' }).fill('')
  await tokenBox(page).fill(`${header}.${without}.${signature}`)
  await expect(page.getByText('{"message":"Unauthorized"}')).toBeVisible()
  await expect(
    page.getByText(/requires com\.example\.api\/read or com\.example\.api\/write/).first(),
  ).toBeVisible()
  await page.getByRole('button', { name: 'Copy the scope parameter' }).click()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    'scope=openid email com.example.api/read',
  )
})

test('the deployed pool, once given, is compared', async ({ page }) => {
  await sample(page)
  await page.getByRole('button', { name: 'Set the deployed pool' }).click()
  const pool = page.getByRole('textbox', { name: 'Deployed user pool ID' })
  await pool.fill('us-east-1_Another1')
  await expect(page.getByRole('button', { name: /GET.*\/myevent.*401 denied/ })).toBeVisible()
  await page.getByRole('button', { name: 'Use this token’s' }).click()
  await expect(page.getByRole('button', { name: /GET.*\/myevent.*200 allowed/ })).toBeVisible()
})

test('a response that the authorizer did not send is told apart', async ({ page }) => {
  await page.goto('/inspector/')
  const response = page.getByRole('textbox', { name: 'Response' })
  await response.fill('HTTP/2 403\n\n{"message":"Missing Authentication Token"}')
  await expect(page.getByText('No such method or path on this stage.')).toBeInViewport()
  await expect(page.getByText('Sent by API Gateway, not by the authorizer.')).toBeVisible()
  await expect(page.getByRole('combobox', { name: 'Status' })).toHaveValue('403')

  await response.fill('{"error":"order 17 does not exist"}')
  await expect(page.getByText(/not a known API Gateway or Cognito response/)).toBeVisible()
})

test('the endpoint that was called opens, by choice or by the curl command', async ({ page }) => {
  const { token } = await sample(page)
  const row = page.getByRole('button', { name: /GET.*\/myevent.*200 allowed/ })
  await expect(row).toHaveAttribute('aria-expanded', 'false')
  await page.getByRole('combobox', { name: 'Endpoint that was called' }).selectOption('GET /myevent')
  await expect(row).toHaveAttribute('aria-expanded', 'true')

  await page.getByRole('combobox', { name: 'Endpoint that was called' }).selectOption('Any endpoint')
  await expect(row).toHaveAttribute('aria-expanded', 'false')
  await tokenBox(page).fill(`curl https://abc.example.com/dev/myevent -H 'Authorization: Bearer ${token}'`)
  await expect(row).toHaveAttribute('aria-expanded', 'true')
  await expect(page.getByRole('combobox', { name: 'Endpoint that was called' })).not.toHaveValue('')

  await page.getByRole('textbox', { name: 'Response' }).fill('{"message":"Unauthorized"}')
  await expect(page.getByText(/According to this spec the token is allowed there/)).toBeVisible()
})

test('what was removed to read a token is said, and decoded claims are judged', async ({ page }) => {
  const { token } = await sample(page)
  await tokenBox(page).fill(`Authorization: Bearer "${token}"`)
  await expect(page.getByText(/The token is in quotes/)).toBeVisible()
  await tokenBox(page).fill('Authorization: Bearer undefined')
  await expect(page.getByText(/Your code sent the word undefined/)).toBeVisible()
  await tokenBox(page).fill(Buffer.from(token.split('.')[1]!, 'base64url').toString())
  await expect(page.getByText(/These are decoded claims, not a token/)).toBeVisible()
  await expect(page.getByText('Claims only', { exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: /GET.*\/myevent.*200 allowed/ })).toBeVisible()
})

test('the page fetches no keys: it shows where they are', async ({ page }) => {
  const requests: string[] = []
  await page.goto('/inspector/')
  await settled(page)
  page.on('request', request => requests.push(request.url()))
  await makeSample(page)
  await page.getByRole('button', { name: 'Copy the JWKS URL' }).click()
  const url = await page.evaluate(() => navigator.clipboard.readText())
  expect(url).toMatch(
    /^https:\/\/cognito-idp\.us-east-1\.amazonaws\.com\/us-east-1_\w+\/\.well-known\/jwks\.json$/,
  )
  await tokenBox(page).fill('eyJhbGciOiJub25lIn0.e30.')
  await expect(page.getByText('Unsigned.')).toBeVisible()
  expect(requests).toEqual([])
})

test('a megabyte of garbage is answered', async ({ page }) => {
  await page.goto('/inspector/')
  await tokenBox(page).evaluate((box: HTMLTextAreaElement) => {
    const set = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')!.set!
    set.call(box, 'ey.x"'.repeat(210_000))
    box.dispatchEvent(new Event('input', { bubbles: true }))
  })
  await expect(
    page.getByRole('region', { name: 'Claims', exact: true }).getByRole('heading').first(),
  ).toBeVisible()
})
