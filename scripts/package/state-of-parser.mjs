import { transform } from 'esbuild'

/** The modules of js-yaml. */
export const YAML_MODULES = /[\\/]js-yaml[\\/].*\.mjs$/

/**
 * js-yaml makes the state of its parser by `{ ...defaults, key: value }`. Every object that V8 makes so in Node.js 20 has a
 * hidden class of its own, and the optimized code of the parser is thrown away at each file that is read: reading takes three
 * times as long. The same code without that spelling.
 */
export async function withSteadyState(code) {
  const transformed = await transform(code, { supported: { 'object-rest-spread': false } })
  return transformed.code
}
