/**
 * The only module that makes zod's schemas (a lint rule enforces that). `jitless` must be set before the first schema is
 * constructed, or zod probes `new Function`, which a strict CSP reports as a violation. Exports are listed one by one,
 * because bundlers keep everything behind `export *`. The page gets a bundle of this module alone: what is listed here
 * and not used costs it bytes (scripts/bundle-loader.cjs).
 */
import { config } from 'zod/mini'

config({ jitless: true })

export {
  _default,
  array,
  boolean,
  type core,
  discriminatedUnion,
  enum,
  literal,
  maxLength,
  minLength,
  number,
  optional,
  pipe,
  registry,
  strictObject,
  string,
  transform,
  type ZodMiniType,
} from 'zod/mini'
