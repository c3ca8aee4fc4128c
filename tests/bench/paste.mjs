import { specWith, spread } from './spec.mjs'

/** From pasting a token into the inspector to claims and verdicts in the page. */
export async function paste(browser, origin) {
  const rows = []
  for (const [name, spec] of [
    ['example', undefined],
    ['300 endpoints', specWith(300)],
  ]) {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    if (spec)
      await page.addInitScript(
        text => localStorage.setItem('cognito-scope-wizard.spec', text),
        JSON.stringify(spec),
      )
    await page.goto(`${origin}/inspector/`)
    await page.getByRole('button', { name: 'Sample' }).click()
    await page.getByText('Valid', { exact: true }).waitFor()
    await page.getByRole('textbox', { name: 'Public keys (JWKS)' }).fill('')
    const times = await page.evaluate(async () => {
      const box = [...document.querySelectorAll('textarea')].find(one => one.value.startsWith('ey'))
      const [header, claims, signature] = box.value.split('.')
      const body = JSON.parse(atob(claims.replaceAll('-', '+').replaceAll('_', '/')))
      const write = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set
      const set = text => {
        write.call(box, text)
        box.dispatchEvent(new Event('input', { bubbles: true }))
      }
      const claimsPane = document.querySelector('.claims')
      const took = []
      for (let i = 0; i < 30; i++) {
        set('')
        await new Promise(resolve => setTimeout(resolve, 120))
        const next = btoa(JSON.stringify({ ...body, jti: `token-${i}` })).replaceAll('=', '')
        const start = performance.now()
        set(`${header}.${next.replaceAll('+', '-').replaceAll('/', '_')}.${signature}`)
        while (!claimsPane.textContent.includes(`token-${i}`)) await new Promise(requestAnimationFrame)
        took.push(performance.now() - start)
      }
      return took
    })
    rows.push(`${name.padEnd(14)} claims and verdicts ${spread(times)}`)
    await page.close()
  }
  return rows
}
