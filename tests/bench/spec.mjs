/** A spec with `count` endpoints, all different, spread over paths as a real API's are. */
export const specWith = count => ({
  version: 1,
  service: 'large-api',
  region: 'us-east-1',
  stage: 'dev',
  userPool: { source: 'new', name: 'large-users', domainPrefix: 'large-api-demo' },
  resourceServers: [
    {
      identifier: 'com.example.large',
      name: 'Large API',
      scopes: ['read', 'write'].map(name => ({ name, description: `May ${name}` })),
    },
  ],
  clients: [
    {
      name: 'web',
      grants: ['authorization_code'],
      scopes: ['openid', 'com.example.large/read', 'com.example.large/write'],
      callbackUrls: ['https://app.example.com/callback'],
    },
  ],
  api: { type: 'rest', name: 'large-api' },
  endpoints: Array.from({ length: count }, (_, i) => ({
    method: i % 2 === 0 ? 'GET' : 'POST',
    path: `/area${Math.floor(i / 30)}/things${i}`,
    auth: 'access_token',
    scopes: [`com.example.large/${i % 2 === 0 ? 'read' : 'write'}`],
    handler: `bin/area${Math.floor(i / 30)}.things${i}`,
  })),
})

/** Opens the page on a document as the browser would have kept it. */
export async function openWith(page, url, spec) {
  if (spec)
    await page.addInitScript(
      text => localStorage.setItem('cognito-scope-wizard.spec', text),
      JSON.stringify(spec),
    )
  await page.goto(url)
  await page.locator('.code-pane[data-ready="true"] .view-line').first().waitFor()
}

/** `minimum / median / p95 ms`. */
export function spread(times) {
  const sorted = [...times].sort((a, b) => a - b)
  const at = share =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN).toFixed(1)
  return `${at(0)} / ${at(0.5)} / ${at(0.95)} ms`
}
