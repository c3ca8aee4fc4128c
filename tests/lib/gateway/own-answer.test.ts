import { expect, test } from 'vitest'
import { type OwnAnswer, ownAnswer } from '../../../lib/gateway/own-answer'
import { api, headersOf, request } from './api'

const answerOf = (type: 'rest' | 'http', kind: OwnAnswer) => {
  const { api: called } = api(type, [['GET', '/orders']])
  const { status, headers, body } = ownAnswer(called, kind, request('GET', '/nothing', []))
  return [status, headersOf(headers)['x-amzn-errortype'], JSON.parse(String(body)).message]
}

/** For the sources of the texts see lib/gateway/own-answer.ts: they are AWS's, or measured. */
test.each<[OwnAnswer, number, string, string]>([
  ['no-route', 403, 'MissingAuthenticationTokenException', 'Missing Authentication Token'],
  ['no-stage', 403, 'ForbiddenException', 'Forbidden'],
  ['function-failed', 502, 'InternalServerErrorException', 'Internal server error'],
  ['upstream-failed', 502, 'InternalServerErrorException', 'Internal server error'],
  ['integration-timeout', 504, 'InternalServerErrorException', 'Endpoint request timed out'],
  ['request-too-large', 413, 'RequestTooLargeException', 'HTTP content length exceeded 10485760 bytes.'],
  ['head-too-large', 431, 'RequestTooLargeException', 'HTTP header is larger than 10240 bytes.'],
  ['payload-too-large', 413, 'RequestTooLargeException', 'Request Too Long'],
])('a REST API says %s as %i %s', (kind, status, type, message) => {
  expect(answerOf('rest', kind)).toEqual([status, type, message])
})

test.each<[OwnAnswer, number, string]>([
  ['no-route', 404, 'Not Found'],
  ['no-stage', 404, 'Not Found'],
  ['iam', 403, 'Forbidden'],
  ['function-failed', 500, 'Internal Server Error'],
  ['upstream-failed', 502, 'Bad Gateway'],
  ['integration-timeout', 503, 'Service Unavailable'],
  ['request-too-large', 413, 'Request Entity Too Large'],
  ['head-too-large', 431, 'HTTP header is larger than 10240 bytes.'],
  ['payload-too-large', 413, 'Request Entity Too Large'],
])('an HTTP API says %s as %i', (kind, status, message) => {
  expect(answerOf('http', kind)).toEqual([status, undefined, message])
})
