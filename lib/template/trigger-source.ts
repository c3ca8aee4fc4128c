import type { TriggerExample } from '../document/trigger-example'

/**
 * JavaScript source of `async function preTokenGeneration(event)`, which changes nothing and shows how to. ASCII only,
 * and valid as a script and as a module: the caller adds the line that exports it. No scope can break its comment: scopes
 * contain only printable ASCII.
 */
export const triggerSource = ({ group, scope }: TriggerExample): string =>
  [
    '// Cognito calls this function before it issues a token. Unchanged, the event leaves the token as it is.',
    'async function preTokenGeneration(event) {',
    '  // To add a scope to the access tokens of the users in a group:',
    '  //',
    '  //   const groups = event.request.groupConfiguration?.groupsToOverride ?? [];',
    `  //   if (groups.includes('${group}'))`,
    '  //     event.response.claimsAndScopeOverrideDetails = {',
    `  //       accessTokenGeneration: { scopesToAdd: [${JSON.stringify(scope)}] },`,
    '  //     };',
    '  //',
    '  // scopesToSuppress: [...] removes scopes, and claimsToAddOrOverride: { tenant: "acme" } adds claims.',
    '  return event;',
    '}',
    '',
  ].join('\n')
