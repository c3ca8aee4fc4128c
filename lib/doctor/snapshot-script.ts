/** What a snapshot is taken of. Every value must be checked already: it is printed into a script. */
export interface SnapshotTarget {
  readonly api:
    | { readonly type: 'rest'; readonly id: string; readonly stage: string }
    | { readonly type: 'http'; readonly id: string }
  readonly userPool: string
  readonly region: string
}

/**
 * A bash script of read-only `aws` calls that prints one JSON object for the doctor. It needs bash and the AWS CLI
 * alone, leaves out client secrets, and is short enough to be read before it is run.
 */
export function snapshotScript({ api, userPool, region }: SnapshotTarget): string {
  const calls = api.type === 'rest' ? REST : HTTP
  return [
    '#!/usr/bin/env bash',
    '# Reads how an API and its user pool are configured, and prints it as one JSON object. It changes nothing.',
    '# Run it as: bash snapshot.sh > snapshot.json',
    'set -euo pipefail',
    `region='${region}'`,
    `pool='${userPool}'`,
    `api='${api.id}'`,
    ...(api.type === 'rest' ? [`stage='${api.stage}'`] : []),
    'export AWS_PAGER=""',
    'call() { aws "$@" --region "$region" --output json; }',
    '# Client secrets never leave your machine.',
    `without_secret() { sed -E 's/("ClientSecret": *)"[^"]*"/\\1"***"/'; }`,
    `member() { printf ',\\n"%s": ' "$1"; shift; call "$@"; }`,
    '',
    `printf '{ "awsSnapshot": 1, "region": "%s"' "$region"`,
    ...(api.type === 'rest' ? [`printf ', "stage": "%s"' "$stage"`] : []),
    ...calls,
    'users=$(call cognito-idp describe-user-pool --user-pool-id "$pool")',
    `printf ',\\n"userPool": %s' "$users"`,
    `domain=$(printf '%s' "$users" | sed -nE 's/.*"(CustomDomain|Domain)": *"([^"]+)".*/\\2/p' | head -n 1)`,
    'if [ -n "$domain" ]; then',
    '  member domain cognito-idp describe-user-pool-domain --domain "$domain"',
    'fi',
    'member resourceServers cognito-idp list-resource-servers --user-pool-id "$pool"',
    'clients=$(call cognito-idp list-user-pool-clients --user-pool-id "$pool")',
    `printf ',\\n"clients": ['`,
    "separator=''",
    `for client in $(printf '%s' "$clients" | grep -oE '"ClientId": *"[^"]+"' | sed -E 's/.*"([^"]+)"$/\\1/'); do`,
    `  printf '%s' "$separator"`,
    '  call cognito-idp describe-user-pool-client --user-pool-id "$pool" --client-id "$client" | without_secret',
    "  separator=','",
    'done',
    `printf ']\\n}\\n'`,
    '',
  ].join('\n')
}

const REST = [
  'member restApi apigateway get-rest-api --rest-api-id "$api"',
  'member resources apigateway get-resources --rest-api-id "$api" --embed methods',
  'member authorizers apigateway get-authorizers --rest-api-id "$api"',
  'member gatewayResponses apigateway get-gateway-responses --rest-api-id "$api"',
  '# What the stage serves now: changes of the API reach it with a deployment only.',
  `printf ',\\n"export": '`,
  'file=$(mktemp)',
  `trap 'rm -f "$file"' EXIT`,
  'call apigateway get-export --rest-api-id "$api" --stage-name "$stage" --export-type oas30 \\',
  '  --parameters extensions=authorizers --accepts application/json "$file" > /dev/null',
  'cat "$file"',
]

const HTTP = [
  'member httpApi apigatewayv2 get-api --api-id "$api"',
  'member routes apigatewayv2 get-routes --api-id "$api"',
  'member integrations apigatewayv2 get-integrations --api-id "$api"',
  'member authorizers apigatewayv2 get-authorizers --api-id "$api"',
  'member stages apigatewayv2 get-stages --api-id "$api"',
]
