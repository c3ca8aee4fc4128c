import { describe, expect, test } from 'vitest'
import { redirectUriKind, repairedRedirectUri } from '../../../lib/document/redirect-uri'
import { edited, refusals, rest } from './edited'

const ofCallback = (uri: string) =>
  refusals(edited(edited(rest, 'clients.0.callbackUrls', [uri]), 'clients.0.defaultRedirectUri', uri))
const ofLogout = (uri: string) => refusals(edited(rest, 'clients.0.logoutUrls', [uri]))

describe('accepts as a redirect URI', () => {
  test.each([
    'https://app.example.com/callback?a=b',
    'https://münchen.example',
    'https://例え.テスト/コールバック',
    'https://user@example.com',
    'https://example.com:8443',
    'https://localhost',
    'HTTPS://example.com',
    'http://localhost',
    'http://localhost:3000/callback',
    'http://localhost?a',
    'http://127.0.0.1:1/',
    'http://[::1]:3000',
    'https://[2001:db8::1]/x',
    'myapp://auth',
    'com.example.app:/callback',
    'myapp:callback',
    'myapp://',
    'a+b-c.d1://x',
    'myapp://x/{id}!~*\'()`|^<>"\\',
    'myapp://🔑',
    'javascripts://x',
  ])('%s', uri => {
    expect(ofCallback(uri)).toEqual([])
    expect(ofLogout(uri)).toEqual([])
  })

  test('1024 code units, and not one more', () => {
    const uri = `https://${'a'.repeat(1016)}`
    expect(ofCallback(uri)).toEqual([])
    expect(ofCallback(`${uri}a`)).toContain('clients.0.callbackUrls.0 TOO_LONG')
  })
})

describe('refuses as a redirect URI', () => {
  test.each([
    ['', 'EMPTY'],
    ['/callback', 'URI_NOT_ABSOLUTE'],
    ['//example.com/callback', 'URI_NOT_ABSOLUTE'],
    ['example.com/callback', 'URI_NOT_ABSOLUTE'],
    ['127.0.0.1:3000', 'URI_NOT_ABSOLUTE'],
    ['localhost:3000/callback', 'URI_NOT_ABSOLUTE'],
    ['1app://x', 'URI_NOT_ABSOLUTE'],
    ['my_app://x', 'URI_NOT_ABSOLUTE'],
    ['://x', 'URI_NOT_ABSOLUTE'],
    ['https://example.com/#a', 'URI_WITH_FRAGMENT'],
    ['myapp://x#', 'URI_WITH_FRAGMENT'],
    ['https:example.com', 'URI_WITHOUT_HOST'],
    ['https:/example.com', 'URI_WITHOUT_HOST'],
    ['https://', 'URI_WITHOUT_HOST'],
    ['https:///callback', 'URI_WITHOUT_HOST'],
    ['https://?a', 'URI_WITHOUT_HOST'],
    ['https://:443', 'URI_WITHOUT_HOST'],
    ['https://user@', 'URI_WITHOUT_HOST'],
    ['https://example.com:https', 'URI_WITHOUT_HOST'],
    ['http:localhost', 'URI_WITHOUT_HOST'],
    ['http://example.com', 'URI_NOT_HTTPS'],
    ['HTTP://example.com', 'URI_NOT_HTTPS'],
    ['http://localhost.example.com', 'URI_NOT_HTTPS'],
    ['http://notlocalhost', 'URI_NOT_HTTPS'],
    ['http://localhost@example.com', 'URI_NOT_HTTPS'],
    ['http://localhost:3000@example.com', 'URI_NOT_HTTPS'],
    ['http://127.0.0.1.example.com', 'URI_NOT_HTTPS'],
    ['http://127.0.0.2', 'URI_NOT_HTTPS'],
    ['http://[::2]', 'URI_NOT_HTTPS'],
    ['http://localhost\\@example.com', 'URI_WITHOUT_HOST'],
    ['https://example.com\\@evil', 'URI_WITHOUT_HOST'],
    ['javascript:alert(1)', 'URI_SCHEME_REFUSED'],
    ['JavaScript://x', 'URI_SCHEME_REFUSED'],
    ['data:text/html,x', 'URI_SCHEME_REFUSED'],
    ['file:///etc/passwd', 'URI_SCHEME_REFUSED'],
    ['vbscript:x', 'URI_SCHEME_REFUSED'],
    ['blob:https://example.com/x', 'URI_SCHEME_REFUSED'],
    ['filesystem:https://example.com/x', 'URI_SCHEME_REFUSED'],
    ['about:blank', 'URI_SCHEME_REFUSED'],
    ['view-source:https://example.com', 'URI_SCHEME_REFUSED'],
    ['ftp://example.com', 'URI_SCHEME_REFUSED'],
    ['ws://example.com', 'URI_SCHEME_REFUSED'],
    ['wss://example.com', 'URI_SCHEME_REFUSED'],
    ['mailto:a@example.com', 'URI_SCHEME_REFUSED'],
    ['https://exa mple.com', 'INVALID_CHARACTERS'],
    ['myapp://a\u00a0b', 'INVALID_CHARACTERS'],
    ['myapp://a\u200db', 'INVALID_CHARACTERS'],
    ['myapp://a\u2028b', 'INVALID_CHARACTERS'],
    ['myapp://a\nb', 'CONTROL_CHARACTER'],
    [' https://example.com', 'INVALID_CHARACTERS'],
    ['myapp://\ud800', 'UNPAIRED_SURROGATE'],
  ])('%j: %s', (uri, code) => {
    expect(ofCallback(uri)).toContain(`clients.0.callbackUrls.0 ${code}`)
    expect(ofLogout(uri)).toEqual([`clients.0.logoutUrls.0 ${code}`])
  })
})

describe('kinds and repairs', () => {
  test.each([
    ['https://app.example.com', 'web', undefined],
    ['http://localhost:3000', 'loopback', undefined],
    ['https://127.0.0.1', 'loopback', undefined],
    ['myapp://x', 'app-scheme', undefined],
    ['http://app.example.com/x?y', undefined, 'https://app.example.com/x?y'],
    ['HTTP://app.example.com', undefined, 'https://app.example.com'],
    ['javascript:x', undefined, undefined],
    ['', undefined, undefined],
  ])('%s', (uri, kind, repaired) => {
    expect(redirectUriKind(uri)).toBe(kind)
    expect(repairedRedirectUri(uri)).toBe(repaired)
  })
})
