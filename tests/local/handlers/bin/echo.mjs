export const handler = async event => ({
  statusCode: 200,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(event),
})

export const boom = async () => {
  throw new Error('a secret of the function')
}

export const bad = async () => ({ hello: 'world' })
