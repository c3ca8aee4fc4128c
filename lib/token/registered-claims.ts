import type { JsonObject, JsonValue } from './json'

type Type = 'string' | 'number' | 'string or array of strings'

/** Types from RFC 7515 §4.1 and RFC 7519 §4.1; aws-jwt-verify rejects a token for the same ones. */
const HEADER_TYPES: Readonly<Record<string, Type>> = { alg: 'string', kid: 'string' }
const CLAIM_TYPES: Readonly<Record<string, Type>> = {
  iss: 'string',
  sub: 'string',
  jti: 'string',
  scope: 'string',
  exp: 'number',
  nbf: 'number',
  iat: 'number',
  aud: 'string or array of strings',
}

export interface WrongType {
  readonly segment: 'header' | 'claims'
  readonly message: string
}

/** Finds registered parameters and claims whose value has a type that the RFC does not allow. */
export function wrongTypes(
  header: JsonValue | undefined,
  claims: JsonValue | undefined,
): readonly WrongType[] {
  return [...wrongIn('header', header, HEADER_TYPES), ...wrongIn('claims', claims, CLAIM_TYPES)]
}

function wrongIn(
  segment: WrongType['segment'],
  value: JsonValue | undefined,
  types: Readonly<Record<string, Type>>,
): readonly WrongType[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return []
  const object = value as JsonObject
  return Object.entries(types)
    .filter(([name, type]) => object[name] !== undefined && !has(type, object[name]))
    .map(([name, type]) => ({
      segment,
      message: `"${name}" is ${typeName(object[name] ?? null)}; expected a ${type}`,
    }))
}

function has(type: Type, value: JsonValue): boolean {
  switch (type) {
    case 'string':
    case 'number':
      return typeof value === type
    case 'string or array of strings':
      return (
        typeof value === 'string' || (Array.isArray(value) && value.every(item => typeof item === 'string'))
      )
  }
}

const typeName = (value: JsonValue): string =>
  value === null
    ? 'null'
    : Array.isArray(value)
      ? 'an array'
      : typeof value === 'object'
        ? 'an object'
        : `a ${typeof value}`
