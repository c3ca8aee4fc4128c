import { cognitoGuide } from '../../aws/docs'
import { exists } from '../../deployed/access'
import { scopesOf } from '../../deployed/client'
import { anyItem } from '../../deployed/questions'
import { all, known, no } from '../../deployed/truth'
import { about } from '../about'
import { dependOn, howToWait, namesToWaitFor } from '../depend-on'
import type { Rule } from '../rule'

export const clientBeforeResourceServer: Rule = {
  code: 'CLIENT_BEFORE_RESOURCE_SERVER',
  severity: 'error',
  source: cognitoGuide('cognito-user-pools-define-resource-servers'),
  check: ({ deployed, access }) =>
    deployed.clients.flatMap(client => {
      const servers = access.serversOf(access.poolOf(client)).map(({ thing: server, belongs }) => {
        const isLate = deployed.isOrdered(server, client) === false
        const lists = isLate ? anyItem(scopesOf(client), text => access.declares(server, text)) : no
        return { server, truth: all(known(isLate), belongs, exists(server), lists) }
      })
      const late = servers.flatMap(({ server, truth }) => (truth.is === true ? [server] : []))
      return servers.map(({ server, truth }) =>
        about(client, truth, () => ({
          message: `Nothing ensures that ${server.id} is created before the client ${client.id}, which lists its scopes.`,
          why: 'The scopes are plain text, so CloudFormation may create the client first: ScopeDoesNotExistException.',
          fix: howToWait(client, server, deployed, {
            kind: 'client',
            besideIt: `Add DependsOn: ${server.id} to the client, or write the scopes with !Sub and a reference to ${server.id}.`,
          }),
          proposals: () => {
            const names = namesToWaitFor(client, late, deployed)
            return [
              { label: `Let ${client.id} depend on ${names.join(', ')}`, edits: dependOn(client, names) },
            ]
          },
        })),
      )
    }),
}
