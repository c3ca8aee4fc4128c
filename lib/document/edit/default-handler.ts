/** The handler of a method and path when nobody names another: `GET /orders/{id}` → `bin/orders/get.handler`. */
export function defaultHandler(method: string, path: string): string {
  const folders = path
    .split('/')
    .filter(part => part !== '' && !part.startsWith('{'))
    .map(part => part.replace(/[^A-Za-z0-9_-]/g, '-'))
  return `bin/${[...folders, method.toLowerCase()].join('/')}.handler`
}
