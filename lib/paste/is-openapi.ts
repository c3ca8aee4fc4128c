/** Whether a paste seems to be an OpenAPI document, in YAML or JSON, of version 2 or 3. */
export const isOpenApi = (text: string): boolean =>
  /(?:^|[{,\n])\s*["']?(?:openapi|swagger)["']?\s*:\s*["']?[23]/.test(text)
