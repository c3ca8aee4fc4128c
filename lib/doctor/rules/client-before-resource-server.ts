import { cognitoGuide } from '../../aws/docs'
import { exists } from '../../deployed/access'
import { scopesOf } from '../../deployed/client'
import type { Resource } from '../../deployed/deployed'
import { anyItem } from '../../deployed/questions'
import { all, known, no } from '../../deployed/truth'
import { about } from '../about'
import { canWait, dependOn, toWaitFor } from '../depend-on'
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
      const late = servers.flatMap(({ server, truth }) =>
        truth.is === true && canWait(client, server, deployed) ? (toWaitFor(client, server) ?? []) : [],
      )
      return servers.map(({ server, truth }) =>
        about(client, truth, () => ({
          message: `Nothing ensures that ${server.id} is created before the client ${client.id}, which lists its scopes.`,
          why: 'The scopes are plain text, so CloudFormation may create the client first: ScopeDoesNotExistException, at random.',
          fix: fixOf(client, server),
          proposals: () => [
            { label: `Let ${client.id} depend on ${late.join(', ')}`, edits: dependOn(client, late) },
          ],
        })),
      )
    }),
}

function fixOf(client: Resource, server: Resource): string {
  const name = toWaitFor(client, server)
  if (name === server.id)
    return `Add DependsOn: ${name} to the client, or write the scopes with !Sub and a reference to ${name}.`
  return name === undefined
    ? `Let the nested stack of the client depend on what creates ${server.id}.`
    : `Add DependsOn: ${name} to the client. This nested stack creates ${server.id}.`
}
