import {
  CLAIMS,
  type ClaimMeaning,
  CUSTOM_ATTRIBUTE,
  HEADER_PARAMETERS,
  MEANINGS_BY_TYPE,
} from '../aws/claims'
import type { DecodedToken, TokenKind } from './decode'
import { visibleText } from './visible-text'

/** Returns the meaning of a claim in a token of that kind; undefined for a claim that Cognito does not issue by itself. */
export function claimMeaning(name: string, kind: TokenKind): ClaimMeaning | undefined {
  if (/^(?:dev:)?custom:/.test(name)) return CUSTOM_ATTRIBUTE
  return byType(name, kind) ?? CLAIMS.get(name)
}

/** Returns the meaning of a header parameter; undefined for one that Cognito does not use. */
export const headerMeaning = (name: string, kind: TokenKind): ClaimMeaning | undefined =>
  (kind === 'refresh' ? byType(name, kind) : undefined) ?? HEADER_PARAMETERS.get(name)

const byType = (name: string, kind: TokenKind): ClaimMeaning | undefined =>
  kind === 'unknown' || kind === 'malformed' ? undefined : MEANINGS_BY_TYPE[kind].get(name)

/** A header parameter or claim of a token and its meaning. */
export interface ExplainedClaim {
  readonly segment: 'header' | 'claims'
  /** With invisible characters written as escapes, as in `value`. */
  readonly name: string
  /** The JSON text of the value; a string without its quotes. */
  readonly value: string
  /** Absent for a claim that Cognito does not issue by itself. */
  readonly known?: ClaimMeaning
  /** Seconds since 1970, for a claim that is a time. */
  readonly time?: number
}

/** Explains every header parameter and claim of the token, in its order. */
export function explainClaims(token: DecodedToken): readonly ExplainedClaim[] {
  return [
    ...token.headerMembers.map(member =>
      explained('header', member, headerMeaning(member.name, token.kind), token),
    ),
    ...token.claimMembers.map(member =>
      explained('claims', member, claimMeaning(member.name, token.kind), token),
    ),
  ]
}

function explained(
  segment: ExplainedClaim['segment'],
  { name, text }: DecodedToken['claimMembers'][number],
  known: ClaimMeaning | undefined,
  token: DecodedToken,
): ExplainedClaim {
  const value = token[segment]?.[name]
  return {
    segment,
    name: visibleText(name),
    value: visibleText(typeof value === 'string' ? value : text),
    ...(known && { known }),
    ...(known?.time && typeof value === 'number' && { time: value }),
  }
}
