const answer = (statusCode, body) => ({
  statusCode,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})

export const list = async event =>
  answer(200, { orders: [], askedBy: event.requestContext.authorizer.claims.client_id })

export const create = async event => answer(201, JSON.parse(event.body ?? '{}'))
