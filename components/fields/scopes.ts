import type { FormValues } from '@/components/session/session'
import type { ReservedScope } from '@/lib/aws/scopes'

export interface DeclaredScope {
  readonly full: string
  readonly identifier: string
  readonly name: string
  readonly description: string
}

const HINTS: Readonly<Record<ReservedScope, string>> = {
  openid: 'ID token',
  email: 'email claims',
  phone: 'phone claims',
  profile: 'all other claims',
  'aws.cognito.signin.user.admin': 'user API of Cognito',
}

/** Scopes that Cognito defines itself, and what each gives. */
export const reservedScopes: ReadonlyMap<string, string> = new Map(Object.entries(HINTS))

/** Every full scope that the document declares. */
export const declaredScopes = (
  servers: FormValues['resourceServers'] | undefined,
): readonly DeclaredScope[] =>
  (servers ?? []).flatMap(({ identifier, scopes }) =>
    scopes.map(({ name, description }) => ({ full: `${identifier}/${name}`, identifier, name, description })),
  )

/** Returns the full scope that typed text means: a bare name means the declared scope of that name. */
export function fullScopeOf(text: string, declared: readonly DeclaredScope[]): string {
  const typed = text.trim()
  if (typed.includes('/') || reservedScopes.has(typed)) return typed
  return declared.find(({ name }) => name === typed)?.full ?? typed
}
