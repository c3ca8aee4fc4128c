/** The framework's variable at `address`, as it stands in the text: `${sls:stage}`, `${opt:stage, 'dev'}`. */
export const variable = (address: string, fallback?: string): string =>
  fallback === undefined ? `\${${address}}` : `\${${address}, '${fallback}'}`
