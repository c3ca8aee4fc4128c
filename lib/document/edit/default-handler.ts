/**
 * Default handler of a method and path: `bin/orders/get.handler` for `GET /orders`, `bin/orders/id/get.handler` for
 * `GET /orders/{id}`. The name of a variable is part of it, so that the two do not share one function.
 */
export function defaultHandler(method: string, path: string): string {
  const folders = path
    .split('/')
    .map(part => part.replace(/^\{(.*?)\+?\}$/, '$1').replace(/[^A-Za-z0-9_-]/g, '-'))
    .filter(part => part !== '')
  return `bin/${[...folders, method.toLowerCase()].join('/')}.handler`
}
