import { expect, it } from 'vitest'
import { diagnoseText } from './files'

const diagnosis = (settings: string) =>
  diagnoseText(`Resources:
  Users: { Type: AWS::Cognito::UserPool }
  Web: { Type: AWS::Cognito::UserPoolClient, Properties: { UserPoolId: !Ref Users, ${settings} } }
`)
const codes = (settings: string) => diagnosis(settings).findings.map(({ code }) => code)

// CreateUserPoolClient: five minutes to a day, and an hour to ten years.
it.each([
  ['AccessToken', 'seconds', 300, 86_400],
  ['IdToken', 'minutes', 5, 1440],
  ['AccessToken', undefined, 1, 24],
  ['IdToken', undefined, 1, 24],
  ['AccessToken', 'days', 1, 1],
  ['RefreshToken', 'seconds', 3600, 315_360_000],
  ['RefreshToken', 'minutes', 60, 5_256_000],
  ['RefreshToken', 'hours', 1, 87_600],
  ['RefreshToken', undefined, 1, 3650],
])('%s in %s may be %i to %i', (token, unit, least, most) => {
  const found = (amount: number) =>
    codes(`${token}Validity: ${amount}${unit ? `, TokenValidityUnits: { ${token}: ${unit} }` : ''}`)
  for (const amount of [least, most]) expect(found(amount)).not.toContain('TOKEN_VALIDITY_OUT_OF_RANGE')
  // Cognito takes 0 for the default of a refresh token.
  for (const amount of [least - 1, most + 1].filter(it => it > 0))
    expect(found(amount)).toContain('TOKEN_VALIDITY_OUT_OF_RANGE')
})

it.each([
  ['AccessTokenValidity: 60', 'Without TokenValidityUnits it is measured in hours. The deployment fails.'],
  ['AccessTokenValidity: 2, TokenValidityUnits: { AccessToken: days }', 'The deployment fails.'],
])('speaks of the unit only where none is written: %s', (settings, why) => {
  const [finding] = diagnosis(settings).findings
  expect(finding).toMatchObject({ code: 'TOKEN_VALIDITY_OUT_OF_RANGE', why })
})
