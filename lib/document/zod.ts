/**
 * The only module that imports zod (a lint rule enforces that). `jitless` must be set before the first schema is
 * constructed, or zod probes `new Function`, which a strict CSP reports as a violation. Exports are listed one by one,
 * because bundlers keep everything behind `export *`.
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
  type input,
  literal,
  maxLength,
  minLength,
  number,
  optional,
  type output,
  pipe,
  registry,
  strictObject,
  string,
  toJSONSchema,
  transform,
  ZodMiniArray,
  ZodMiniBoolean,
  ZodMiniDefault,
  ZodMiniDiscriminatedUnion,
  ZodMiniEnum,
  ZodMiniLiteral,
  ZodMiniNumber,
  ZodMiniObject,
  ZodMiniOptional,
  ZodMiniPipe,
  ZodMiniString,
  type ZodMiniType,
} from 'zod/mini'
