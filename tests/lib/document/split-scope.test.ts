import { describe, expect, it } from 'vitest'
import { splitScope } from '@/lib/document/split-scope'

const IDENTIFIERS = [
  'com.example',
  'com.example.api',
  'https://shop.example.org',
  'https://shop.example.org/api',
]

describe('splitScope', () => {
  it.each([
    ['com.example.api/read', 'com.example.api/', 'read'],
    ['https://shop.example.org/api/orders.read', 'https://shop.example.org/api/', 'orders.read'],
    ['https://shop.example.org/orders.read', 'https://shop.example.org/', 'orders.read'],
    ['https://other.example.org/v1/read', 'https://other.example.org/v1/', 'read'],
    ['openid', '', 'openid'],
    ['aws.cognito.signin.user.admin', '', 'aws.cognito.signin.user.admin'],
    ['com.example/', 'com.example/', ''],
    ['', '', ''],
  ])('%s', (fullScope, prefix, name) => {
    expect(splitScope(fullScope, IDENTIFIERS)).toEqual({ prefix, name })
  })

  it('splits at the last slash when no server is declared', () => {
    expect(splitScope('https://shop.example.org/api/read', [])).toEqual({
      prefix: 'https://shop.example.org/api/',
      name: 'read',
    })
  })
})
