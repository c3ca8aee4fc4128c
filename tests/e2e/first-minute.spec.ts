import { readFileSync } from 'node:fs'
import type { Locator } from '@playwright/test'
import { parseSpec } from '../../lib/document/parse'
import { expectAccessible } from './accessibility'
import { codePane, expect, test } from './fixture'

test.use({ sharesPage: true })

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
  const rail = page.getByRole('navigation', { name: 'Steps' })
  const openStep = (name: RegExp) => click(rail.getByRole('link', { name }))

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

  // Only the step that was worked on has a tick, and not those whose names followed.
  await expect(rail.locator('[data-state="ok"]')).toHaveText([/Service/])

  await openStep(/App clients/)
  const callback = page.locator('[data-field="clients.0.callbackUrls.0"]')
  await click(callback)
  used.characters++
  await page.keyboard.press('ControlOrMeta+a')
  await type('https://orders.example.org/callback')
  await expect(callback).toHaveValue('https://orders.example.org/callback')
  await expect(page.locator('[data-field="clients.0.logoutUrls.0"]')).toHaveValue(
    'https://orders.example.org/',
  )

  await openStep(/Endpoints/)
  await click(page.getByRole('button', { name: 'Paste endpoints' }))
  await page.getByRole('textbox', { name: 'Endpoints to paste' }).fill(ENDPOINTS)
  await click(page.getByRole('button', { name: 'Add 8 endpoints' }))
  await expect(page.getByRole('region', { name: 'Paste endpoints' })).toBeHidden()

  await openStep(/Review/)
  await expect(page.getByText('The template is valid.')).toBeVisible()
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
        cors: { allowOrigins: ['https://orders.example.org', 'http://localhost:3000'] },
      },
    },
  })
  const endpoints = parsed.ok ? parsed.spec.endpoints : []
  expect(endpoints.map(({ method, path }) => `${method} ${path}`)).toEqual(
    ENDPOINTS.split('\n').map(line => line.split(/\s+/).slice(0, 2).join(' ')),
  )
  expect(JSON.stringify(parsed)).not.toMatch(/my-api|app\.example\.com/)

  // The doors never return uninvited.
  await page.reload()
  await expect(page.getByRole('banner').getByText('orders', { exact: true })).toBeVisible()
  await expect(start).toBeHidden()
})
