import { COGNITO_ENDPOINTS } from '../../aws/docs'
import { REFRESH_TOKEN_DAYS, TOKEN_MINUTES } from '../../aws/limits'
import { setting } from '../../deployed/client'
import { causesOf, whole } from '../../deployed/compare'
import type { Client } from '../../deployed/deployed'
import { asText, isAbsent, propertyAt, textIs } from '../../deployed/questions'
import { all, known, knownUnless, not } from '../../deployed/truth'
import { insertEntry } from '../../source/insert'
import { about } from '../about'
import type { Proposal } from '../finding'
import type { Rule } from '../rule'

const DAY = 24 * 60
/** One hour is the least that a refresh token lives. */
const KINDS = [
  { key: 'AccessTokenValidity', unit: 'AccessToken', preset: 'hours', ...TOKEN_MINUTES },
  { key: 'IdTokenValidity', unit: 'IdToken', preset: 'hours', ...TOKEN_MINUTES },
  {
    key: 'RefreshTokenValidity',
    unit: 'RefreshToken',
    preset: 'days',
    min: 60,
    max: REFRESH_TOKEN_DAYS.max * DAY,
  },
] as const
const MINUTES: Readonly<Record<string, number>> = { seconds: 1 / 60, minutes: 1, hours: 60, days: DAY }

export const tokenValidityOutOfRange: Rule = {
  code: 'TOKEN_VALIDITY_OUT_OF_RANGE',
  severity: 'error',
  source: COGNITO_ENDPOINTS,
  check: ({ deployed }) =>
    deployed.clients.flatMap(client =>
      KINDS.map(kind => {
        const value = setting(client, kind.key)
        const unit = propertyAt(client.settings, ['TokenValidityUnits', kind.unit], client.at)
        const isUnnamed = unit.kind === 'absent'
        const truth = textIs(value, text => {
          const unitText = isUnnamed ? undefined : asText(unit)
          const amount = whole(text)
          const name = unitText ? whole(unitText) : kind.preset
          const causes = [...causesOf(text), ...(unitText ? causesOf(unitText) : [])]
          if (amount === undefined || name === undefined) return knownUnless(causes, false)
          const minutes = Number(amount) * (MINUTES[name] ?? Number.NaN)
          // 0 means Cognito's default for a refresh token.
          const isDefault = kind.unit === 'RefreshToken' && Number(amount) === 0
          return known(!isDefault && (minutes < kind.min || minutes > kind.max), [
            ...text.assumed,
            ...(unitText?.assumed ?? []),
          ])
        })
        return about(client, all(not(isAbsent(value)), truth), () => ({
          at: value.at,
          // Their units and limits differ, so what mends one does not mend the other.
          kind: `${kind.preset} ${isUnnamed}`,
          detail: kind.key,
          message: `${kind.key} of the client ${client.id} is out of range.`,
          why: `${isUnnamed ? `Without TokenValidityUnits it is measured in ${kind.preset}. ` : ''}The deployment fails.`,
          fix: `Use ${kind.unit === 'RefreshToken' ? '1 hour to 10 years' : '5 minutes to 1 day'}${isUnnamed ? ', and name the unit' : ''}.`,
          proposals: () => (isUnnamed ? nameMinutes(client, kind.unit) : []),
        }))
      }),
    ),
}

/** The usual slip: minutes were meant, and hours are the unit that counts when none is named. */
function nameMinutes(client: Client, unit: string): readonly Proposal[] {
  const { properties } = client
  if (!properties) return []
  const units = setting(client, 'TokenValidityUnits')
  const label = 'Count it in minutes'
  if (units.kind === 'fields' && units.node)
    return [{ label, edits: [insertEntry(units.node, unit, 'minutes')] }]
  if (units.kind !== 'absent') return []
  return [
    {
      label,
      edits: [insertEntry(properties, 'TokenValidityUnits', { [unit]: 'minutes' }, [`${unit}Validity`])],
    },
  ]
}
