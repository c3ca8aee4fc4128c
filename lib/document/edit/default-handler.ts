/** Default handler of a method and path: `bin/orders/get.handler` for `GET /orders/{id}`. */
export function defaultHandler(method: string, path: string): string {
  const folders = path
    .split('/')
    .filter(part => part !== '' && !part.startsWith('{'))
    .map(part => part.replace(/[^A-Za-z0-9_-]/g, '-'))
  return `bin/${[...folders, method.toLowerCase()].join('/')}.handler`
}
