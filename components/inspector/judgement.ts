/** The decisions of API Gateway: a chunk of its own, which comes after the page. */
export { authorize } from '@/lib/authorize/authorize'
export { matchEndpoint } from '@/lib/authorize/match-endpoint'
