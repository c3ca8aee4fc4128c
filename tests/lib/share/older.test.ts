import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { compile } from '../../../lib/compile'
import { fromFragment } from '../../../lib/share/fragment'

/** Links that were made before the fields of sign-up, sign-in, trigger, flows and rotation existed. */
const LINKS = [
  [
    'example',
    '#s=1.lVLBahsxEP2VMOe1N6XQw94KDaXQgkmT9hBCmEhje4hWEpLWiWP875lZ2U5iQyAnoTdPT2_ezAZWlDIHD92XBjKlFRuCDugJ--hogpGhgUEKsxAcdBvIYUgjxdOjlDz2b_nKzALb0CP7WaI5P72Xm1jqgzB69Lgg-zssWD4vaaBtA4mq_F8xokLdzQbYki88Z0oiZEI_3YlNq7edgYsKnn2f_RIwmxCpPt_VE6FVX5RN4ljGjuFSwDM0hnKGbXPgPiYudEL-r-iBfbu9bcA4Fm_v_tEAJlGymtSiyCwSVhLgUJYh8TOq5J0JVn9h8c2GC4jgwTeQ5OekKnfP6vyo83bX0DFcvas3dO4ezcN1clWwkjDGrm3VSOvG6IVqaY6DK5dkOZEp14lfR3bCb0DOMAjrA12pq3AJD-T_oWPLZa3LU9O7UvgP-6For9_OJQN7isnuyDosx8IPXAv69XyrqevcRausYx1s1pCP9lA5sk_kbQy8H1FPEr8V1s-LK3kSsSzl0vZrWtVJvcb_2bSX6K0bN_Se_V5xukdlW14A',
  ],
  [
    'machine-to-machine',
    '#s=1.vVNNb9NAEP0r0RwrE6tIXHwDUSEkkCIocEAR2toTe2C_tLtOa0X-77x1ktZRiko5cNw3b2bfvLe7oy2HKM5SdVlQ5LCVmqmiG9FabEvAkmozkjgmHHtwVs5pqnYUXR8mtuVblKwys9YXRtWdWI6oNM4osavAG7mbM14aFI2yuKH54FqBio3SkceCAu-nf4YkKKTq-46kYZtkIxwwpEvJx6oslZcl3ynjNS9rZ8oH5Qc9b_bA4vXqfV6ndh6a8rhDXezWYem4DKyaLJZjHcSnyRT6BHBxpNBYnLfdBkl81vcto482Xpxxr7DhkGBWS-N6XBdUa8GmJyqttF3Sw-Knu0F_G9S-fqD-qANP5sA9woCWLQeV4B4KiaoUep7t_pR55aknGJjcL7ZflZZG0pCzVzXK8TrDH8X2eB1UvSoQ0RmE1BFmN-Fv1QDwcpz7aLwLCZH-x62OkT3VcEFTHCjnldPgs2Askz_C6WtHwMS28U6OuRlOnWvAeHd1DbpXqcPhXsP8KT4zjr_SDZKyjZ6-Sgz1wwgtkJ_9vxe4-vKYwHInzfhvKp9h7x9l-h4q1-Nv',
  ],
  [
    'existing-pool-http',
    '#s=1.jVLLbsIwEPyVytdSUvpWbqhFbS8FlfZQVQiZeIEVxrYc8xLKv3edkDRpIOop8e7szOzYe7YGG6NWLOy0WAx2jRGwkGkrqM5azMIs7TJYXWwgdhcdKq4IONBasnDPYr2y6QhsMXaoZqX-qygPji87V9c3t3f3DyzxxNnkkDS9VPi9ZyhAOZwi2LIFxZeev5-f40gbyAYOLQtcUENAHFk0LjP8TsWzA0nSKrAbiw5q4Mc5VzMo4KNk1GKRRLJTEdrApGyA0Vehl84Gg9SIH-VSTni0-LQyxc2dM3EYBNyYNmz50khoR3oZ5DiWCnKDPlG3M17Lz_xuXyzCQAmjMTe2BDfXPubn3gehDXdzOgT0y1fpr9LKr0v7CZnmOkEVWK1dOy_5cE7QFHdQWrm6aZU3a7YlvYQq7aA__B9vdj2niCOSpXaFuvv2VWMO9iiSk7aL62oW88E1ZGOsnqL02R6SRjF2egGqlvYBeTzwqn2PI_c0sd2dN26Qvbya95TguNJLr_vUJNX0YP7QjpIf',
  ],
] as const

const file = (name: string, of: string) =>
  fs.readFileSync(path.resolve(import.meta.dirname, '../../cases', name, of), 'utf8')

describe.each(LINKS)('an older link, %s', (name, fragment) => {
  const shared = fromFragment(fragment)
  const compiled = compile(shared.ok ? shared.value : undefined)

  it.each([
    ['cloudformation', 'cloudformation.yaml'],
    ['serverless', 'serverless.yaml'],
    ['cdk', 'cdk.ts'],
    ['terraform', 'terraform.tf'],
    ['sam', 'sam.yaml'],
    ['openapi', 'openapi.yaml'],
  ] as const)('prints the same %s as before', (format, golden) => {
    expect(compiled.ok && compiled.output(format).text).toBe(file(name, golden))
  })

  it('has the defaults of the new fields, and none of the optional ones', () => {
    if (!compiled.ok) throw new Error('refused')
    const { userPool, clients } = compiled.spec
    if (userPool.source === 'new')
      expect(userPool).toMatchObject({ selfSignUp: false, usernameAttributes: [], mfa: 'off' })
    expect(userPool).not.toHaveProperty('preTokenGeneration')
    for (const client of clients)
      for (const key of ['explicitAuthFlows', 'refreshTokenRotation']) expect(client).not.toHaveProperty(key)
  })

  it('is the file of that time', () => {
    const old = compile(file(name, 'spec.json'))
    expect(compiled.ok && compiled.spec).toEqual(old.ok && old.spec)
  })
})
