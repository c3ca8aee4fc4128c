// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
// Loaded here too, so that the lazy part is there at once.
import '@/components/verdicts/event-text'
import { LambdaEvent } from '@/components/verdicts/lambda-event'
import { example } from '@/lib/document/example'
import { toModel } from '@/lib/model/to-model'

afterEach(cleanup)

describe('what your Lambda receives', () => {
  it('is built when it is asked for, with the claims of the token', async () => {
    const model = toModel(example)
    const [endpoint] = model.endpoints
    if (!endpoint) throw new Error('the example has endpoints')
    const { container } = render(
      <LambdaEvent model={model} endpoint={endpoint} claims={{ sub: 'u-1', exp: 1_513_495_692 }} />,
    )
    expect(container.querySelector('pre')).toBeNull()
    await userEvent.click(screen.getByText('What your Lambda receives'))
    expect(await screen.findByText(/payload format 1\.0/)).toBeTruthy()
    const event = JSON.parse(container.querySelector('pre')?.textContent ?? '')
    expect(event.requestContext.authorizer.claims).toEqual({
      sub: 'u-1',
      exp: 'Sun Dec 17 07:28:12 UTC 2017',
    })
    expect(event.resource).toBe(endpoint.path)
  })
})
