/** Attributes that users can sign in with instead of a user name: `UsernameAttributes` of the CreateUserPool API. */
export const USERNAME_ATTRIBUTES = ['email', 'phone_number'] as const
export type UsernameAttribute = (typeof USERNAME_ATTRIBUTES)[number]

/** Whether users sign in with a second factor, and the value of `MfaConfiguration` for it. */
export const MFA_CONFIGURATION = { off: 'OFF', optional: 'OPTIONAL', required: 'ON' } as const
export type Mfa = keyof typeof MFA_CONFIGURATION

/**
 * Versions of the pre token generation event that can change access tokens. V3_0 is also sent for client_credentials;
 * V1_0 changes ID tokens only.
 */
export const TRIGGER_VERSIONS = ['V2_0', 'V3_0'] as const
export type TriggerVersion = (typeof TRIGGER_VERSIONS)[number]

/** Whether Cognito calls a trigger of this version for the tokens of a client. `interactive`: it signs users in. */
export const isTriggerCalled = (version: TriggerVersion, interactive: boolean): boolean =>
  interactive || version === 'V3_0'
