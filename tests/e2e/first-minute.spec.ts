import { readFileSync } from 'node:fs'
import type { Locator } from '@playwright/test'
import { parseSpec } from '../../lib/document/parse'
import { expectAccessible } from './accessibility'
import { codePane, expect, test } from './fixture'

const ENDPOINTS = `GET    /orders                   read
POST   /orders                   write
GET    /orders/{orderId}         read
PUT    /orders/{orderId}         write
DELETE /orders/{orderId}         write
GET    /orders/{orderId}/items   read
GET    /profile                  id_token
GET    /health                   public`

test('from the first visit to a correct template of an API with 8 endpoints', async ({ page }) => {
  const used = { clicks: 0, characters: 0 }
  const click = async (target: Locator) => {
    used.clicks++
    await target.click()
  }
  const type = async (text: string) => {
    used.characters += text.length
    await page.keyboard.type(text)
  }
  const openStep = (name: RegExp) =>
    click(page.getByRole('navigation', { name: 'Steps' }).getByRole('link', { name }))

  await page.goto('/')
  await codePane(page)
  await expect(page.getByRole('banner').getByText('Example', { exact: true })).toBeVisible()
  const start = page.getByRole('region', { name: 'Start' })
  await expectAccessible(page, { withoutCode: true })

  await click(start.getByRole('button', { name: /New API/ }))
  await expect(start).toBeHidden()
  await expect(page.getByRole('textbox', { name: 'Service name' })).toBeFocused()
  await type('orders')
  await expect(page.getByRole('textbox', { name: 'User pool name' })).toHaveValue('orders-users')

  await openStep(/App clients/)
  for (const [list, address] of [
    ['callbackUrls', 'https://orders.example.org/callback'],
    ['logoutUrls', 'https://orders.example.org/'],
  ] as const) {
    const field = page.locator(`[data-field="clients.0.${list}.0"]`)
    await click(field)
    used.characters++
    await page.keyboard.press('ControlOrMeta+a')
    await type(address)
    await expect(field).toHaveValue(address)
  }

  await openStep(/Endpoints/)
  await click(page.getByRole('button', { name: 'Paste endpoints' }))
  await page.getByRole('textbox', { name: 'Endpoints to paste' }).fill(ENDPOINTS)
  await click(page.getByRole('button', { name: 'Add 8 endpoints' }))
  await expect(page.getByRole('region', { name: 'Paste endpoints' })).toBeHidden()

  await openStep(/Review/)
  const allow = page.getByRole('main').getByRole('button', { name: 'Allow https://orders.example.org' })
  await click(allow)
  await expect(allow).toBeHidden()

  expect(used.clicks).toBeLessThan(12)
  expect(used.characters).toBeLessThan(160)

  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /^Save/ }).click(),
  ])
  const parsed = parseSpec(JSON.parse(readFileSync(await saved.path(), 'utf8')))
  expect(parsed.ok ? [] : parsed.errors).toEqual([])
  expect(parsed).toMatchObject({
    spec: {
      service: 'orders',
      userPool: { name: 'orders-users', domainPrefix: 'orders' },
      resourceServers: [{ identifier: 'orders', name: 'Orders API' }],
      clients: [
        {
          scopes: ['openid', 'email', 'orders/read', 'orders/write'],
          callbackUrls: ['https://orders.example.org/callback', 'http://localhost:3000/callback'],
          logoutUrls: ['https://orders.example.org/', 'http://localhost:3000/'],
        },
      ],
      api: {
        name: 'orders',
        cors: {
          allowOrigins: ['https://app.example.com', 'http://localhost:3000', 'https://orders.example.org'],
        },
      },
    },
  })
  const endpoints = parsed.ok ? parsed.spec.endpoints : []
  expect(endpoints.map(({ method, path }) => `${method} ${path}`)).toEqual(
    ENDPOINTS.split('\n').map(line => line.split(/\s+/).slice(0, 2).join(' ')),
  )
  expect(JSON.stringify(parsed)).not.toContain('my-api')

  // The doors never return uninvited.
  await page.reload()
  await expect(page.getByRole('banner').getByText('orders', { exact: true })).toBeVisible()
  await expect(start).toBeHidden()
})
