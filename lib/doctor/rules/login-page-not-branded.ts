import { cognitoGuide } from '../../aws/docs'
import { exists, sameLink } from '../../deployed/access'
import { isInteractive, setting } from '../../deployed/client'
import { sameText } from '../../deployed/compare'
import { asText, isOneOf } from '../../deployed/questions'
import { all, knownUnless, not, some } from '../../deployed/truth'
import { insertEntry } from '../../source/insert'
import { about } from '../about'
import type { Rule } from '../rule'

export const loginPageNotBranded: Rule = {
  code: 'LOGIN_PAGE_NOT_BRANDED',
  severity: 'error',
  source: cognitoGuide('cognito-user-pools-managed-login'),
  check: ({ deployed, access }) =>
    deployed.clients
      // A snapshot does not show which clients are branded.
      .filter(client => client.generated?.construct !== undefined || !client.generated)
      .map(client => {
        const pool = access.poolOf(client)
        const managed = deployed.domains.map(domain =>
          all(
            exists(domain),
            sameLink(access.poolOf(domain), pool),
            isOneOf(domain.managedLoginVersion, '2'),
          ),
        )
        const branded = deployed.brandings.map(branding =>
          all(exists(branding), sameText(asText(branding.clientId), client.clientId)),
        )
        const open = knownUnless(deployed.open, false)
        return about(
          client,
          all(isInteractive(client), some(...managed), not(some(...branded, open))),
          () => ({
            message: `The client ${client.id} has no branding for managed login.`,
            why: 'With ManagedLoginVersion 2 a client without a branding style gets "Login pages unavailable".',
            fix: 'Add an AWS::Cognito::ManagedLoginBranding for the client, with UseCognitoProvidedValues: true.',
            proposals: () => {
              if (!client.siblings) return []
              const userPoolId = setting(client, 'UserPoolId')
              const ref = pool.kind === 'one' ? { Ref: pool.to.id } : ''
              const value = {
                Type: 'AWS::Cognito::ManagedLoginBranding',
                Properties: { UserPoolId: ref, ClientId: { Ref: client.id }, UseCognitoProvidedValues: true },
              }
              if (ref === '' || userPoolId.kind === 'absent') return []
              return [
                {
                  label: 'Add the branding that Cognito provides',
                  edits: [insertEntry(client.siblings, `${client.id}Branding`, value, [client.id])],
                },
              ]
            },
          }),
        )
      }),
}
