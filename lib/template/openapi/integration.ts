import type { Api, Method } from '../../model/model'
import { annotate, getAtt, type Mapping, pseudo, sub } from '../value'

/** Key of a method below a path: OpenAPI has no verb for every method, API Gateway has an extension. */
export const operationKey = (method: Method): string =>
  method === 'ANY' ? 'x-amazon-apigateway-any-method' : method.toLowerCase()

/** Calls the function of logical id `functionId`. */
export const lambdaIntegration = (functionId: string, api: Api['type']): Mapping => ({
  type: 'aws_proxy',
  // API Gateway calls Lambda by POST, whatever the caller's method was.
  httpMethod: 'POST',
  uri: sub`arn:${pseudo('Partition')}:apigateway:${pseudo('Region')}:lambda:path/2015-03-31/functions/${getAtt(functionId, 'Arn')}/invocations`,
  payloadFormatVersion: api === 'http' ? annotate('2.0', { quoted: true }) : undefined,
})
