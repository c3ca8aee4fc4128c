import { expect, test } from '@playwright/test'

const ISSUER = 'http://localhost:4001'
const CALLBACK = 'http://localhost:5173/callback'

test('a user signs in and reads orders', async ({ page, request }) => {
  const { clients } = await (await request.get(`${ISSUER}/_local/clients`)).json()
  const { id } = clients.find(client => client.name === 'spa')
  // In place of the app: all that the test needs is the code in its address.
  await page.route(`${CALLBACK}*`, route => route.fulfill({ body: 'signed in' }))
  await page.goto(
    `${ISSUER}/oauth2/authorize?${new URLSearchParams({ client_id: id, response_type: 'code', redirect_uri: CALLBACK })}`,
  )
  await page.getByRole('button', { name: 'ada' }).click()
  await expect(page.getByText('signed in')).toBeVisible()

  const code = new URL(page.url()).searchParams.get('code')
  const form = { grant_type: 'authorization_code', client_id: id, redirect_uri: CALLBACK, code }
  const { access_token } = await (await request.post(`${ISSUER}/oauth2/token`, { form })).json()
  const orders = await request.get('http://localhost:4000/dev/orders', {
    headers: { authorization: `Bearer ${access_token}` },
  })
  expect(orders.status()).toBe(200)
})
