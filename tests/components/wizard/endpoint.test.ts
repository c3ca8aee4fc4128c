import { describe, expect, it } from 'vitest'
import { newEndpoint, withAuth, withRoute } from '@/components/wizard/endpoints/endpoint'

describe('an endpoint', () => {
  it('has the handler of its route until another is named', () => {
    const fresh = withRoute(newEndpoint, { path: '/orders/{id}' })
    expect(fresh.handler).toBe('bin/orders/id/get.handler')
    const posted = withRoute(fresh, { method: 'POST' })
    expect(posted.handler).toBe('bin/orders/id/post.handler')
    const named = withRoute({ ...posted, handler: 'bin/mine.handler' }, { path: '/else' })
    expect(named).toMatchObject({ path: '/else', handler: 'bin/mine.handler' })
  })

  it('has scopes with an access token only, and gets them back', () => {
    const open = withAuth({ ...newEndpoint, scopes: ['a/read'] }, 'none')
    expect(open.scopes).toEqual([])
    expect(withAuth(open, 'access_token', ['a/read']).scopes).toEqual(['a/read'])
  })
})
