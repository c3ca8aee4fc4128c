import { example } from '../../lib/document/example'
import { codePane, copiedText, expect, openWith, test } from './fixture'

test.use({ sharesPage: true })

const [first] = example.endpoints
const spec = {
  ...example,
  resourceServers: [
    ...example.resourceServers,
    { identifier: 'https://mcp.example.com', name: 'MCP', scopes: [] },
  ],
  clients: [{ ...example.clients[0]!, grants: ['authorization_code'] }],
  api: { ...example.api, type: 'http' },
  endpoints: [first, { ...first, path: '/health', auth: 'none', scopes: [], handler: 'bin/health.handler' }],
}

test('an endpoint that requires a signature, and an audience for bound tokens', async ({ page }) => {
  await openWith(page, spec, '/#endpoints')
  await codePane(page)
  await page.getByRole('button', { name: 'Open GET /health' }).click()
  await page.getByRole('combobox', { name: 'Authorization' }).selectOption('AWS IAM')
  await expect(page.getByText('a token gets 403.')).toBeVisible()

  await page.getByRole('button', { name: 'Additional audiences' }).click()
  const audiences = page.getByRole('combobox', { name: 'Additional audiences' })
  await audiences.click()
  await page.getByRole('option', { name: 'https://mcp.example.com' }).click()
  await expect.poll(() => copiedText(page)).toContain('- "https://mcp.example.com"')
  expect(await copiedText(page)).toContain('AuthorizationType: AWS_IAM')
})

test('a finding that is meant turns the review green, and can be reviewed again', async ({ page }) => {
  await openWith(page, spec, '/#review')
  const row = page.getByRole('listitem').filter({ hasText: 'PUBLIC_ENDPOINT' })
  await row.getByRole('button', { name: 'Acknowledge' }).click()
  await expect(row.getByRole('button', { name: 'Acknowledge' })).toHaveCount(0)
  await page.getByText('1 acknowledged').click()
  await page.getByRole('button', { name: 'Review again' }).click()
  await expect(row.getByRole('button', { name: 'Acknowledge' })).toBeVisible()
})
