import { greeting } from './greeting'

interface Event {
  readonly requestContext: unknown
}

export const handler = async (event: Event): Promise<object> => ({
  statusCode: 200,
  body: JSON.stringify({ greeting, known: event.requestContext !== undefined }),
})
