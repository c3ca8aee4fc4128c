/** What a snapshot is taken of. Every value must be checked already: it is printed into a script. */
export interface SnapshotTarget {
  readonly api:
    | { readonly type: 'rest'; readonly id: string; readonly stage: string }
    | { readonly type: 'http'; readonly id: string }
  readonly userPool: string
  /** Of the API. The pool is in the Region that its id names. */
  readonly region: string
}

/**
 * A bash script of read-only `aws` calls that prints one JSON object for the doctor. It needs bash and the AWS CLI
 * alone, leaves out client secrets, and is short enough to be read before it is run. Calls that are refused are listed
 * in the object; a failure that every call would meet stops it.
 */
export function snapshotScript({ api, userPool, region }: SnapshotTarget): string {
  const isRest = api.type === 'rest'
  return [
    '#!/usr/bin/env bash',
    '# Reads how an API and its user pool are configured, and prints it as one JSON object. It changes nothing.',
    '# Run it as: bash snapshot.sh > snapshot.json',
    'set -euo pipefail',
    `region='${region}'`,
    `pool='${userPool}'`,
    `api='${api.id}'`,
    ...(isRest ? [`stage='${api.stage}'`] : []),
    ...ASK,
    '',
    `printf '{ "awsSnapshot": 1, "region": "%s", "apiId": "%s", "userPoolId": "%s"' "$region" "$api" "$pool"`,
    ...(isRest ? [`printf ', "stage": "%s"' "$stage"`] : []),
    ...(isRest ? REST : HTTP),
    ...POOL,
    `printf ',\\n"failed": [%s]\\n}\\n' "$failed"`,
    '',
  ].join('\n')
}

/** The codes of errors are those that AWS lists as common to all its services, and those of API Gateway and Cognito. */
const ASK = [
  '# Calls that AWS throttles are made again.',
  'export AWS_PAGER="" AWS_RETRY_MODE=standard AWS_MAX_ATTEMPTS=8',
  'folder=$(mktemp -d)',
  `trap 'rm -rf "$folder"' EXIT`,
  `failed=''`,
  'stop() { echo "Stopped, and the snapshot is not complete. $1" >&2; exit 1; }',
  '# ask MEMBER REGION SERVICE CALL [OPTION...]: the answer of one call. One that is refused is noted as missing.',
  'ask() {',
  '  local member=$1 of=$2 error',
  '  shift 2',
  '  if aws "$@" --region "$of" --output json > "$folder/answer" 2> "$folder/error"; then return 0; fi',
  '  cat "$folder/error" >&2',
  `  error=$(sed -nE 's/.*\\(([A-Za-z]+)\\) when calling.*/\\1/p' "$folder/error" | head -n 1)`,
  '  case "$error" in',
  '    *NotFound*) stop "There is nothing with that id in $of: check the ids, the stage and the Region." ;;',
  `    '' | *Token* | *Client* | *Signature* | *Expired* | Forbidden*)`,
  '      stop "The AWS CLI cannot call AWS: check the connection, sign in again, then run this again." ;;',
  '  esac',
  '  echo "Not in the snapshot: $member ($2). The doctor will treat it as unknown." >&2',
  `  failed="$failed\${failed:+, }{ \\"member\\": \\"$member\\", \\"call\\": \\"$2\\", \\"error\\": \\"$error\\" }"`,
  '  return 1',
  '}',
  '# Client secrets never leave your machine.',
  `answer() { sed -E 's/("ClientSecret"[[:space:]:]*)"[^"]*"/\\1"***"/' "$folder/answer"; }`,
  `member() { if ask "$@"; then printf ',\\n"%s": ' "$1"; answer; fi; }`,
]

const REST = [
  'member restApi "$region" apigateway get-rest-api --rest-api-id "$api"',
  'member resources "$region" apigateway get-resources --rest-api-id "$api" --embed methods',
  'member authorizers "$region" apigateway get-authorizers --rest-api-id "$api"',
  'member gatewayResponses "$region" apigateway get-gateway-responses --rest-api-id "$api"',
  '# What the stage serves now: changes of the API reach it with a deployment only.',
  'if ask export "$region" apigateway get-export --rest-api-id "$api" --stage-name "$stage" --export-type oas30 \\',
  '  --parameters extensions=authorizers --accepts application/json "$folder/export"; then',
  `  printf ',\\n"export": '`,
  '  cat "$folder/export"',
  'fi',
]

const HTTP = [
  'member httpApi "$region" apigatewayv2 get-api --api-id "$api"',
  'member routes "$region" apigatewayv2 get-routes --api-id "$api"',
  'member integrations "$region" apigatewayv2 get-integrations --api-id "$api"',
  'member authorizers "$region" apigatewayv2 get-authorizers --api-id "$api"',
  'member stages "$region" apigatewayv2 get-stages --api-id "$api"',
]

const POOL = [
  '# The pool is in the Region that its id names.',
  'home=${pool%%_*}',
  'member userPool "$home" cognito-idp describe-user-pool --user-pool-id "$pool"',
  `domain=$(sed -nE 's/.*"(CustomDomain|Domain)": *"([^"]+)".*/\\2/p' "$folder/answer" | head -n 1)`,
  'if [ -n "$domain" ]; then',
  '  member domain "$home" cognito-idp describe-user-pool-domain --domain "$domain"',
  'fi',
  'member resourceServers "$home" cognito-idp list-resource-servers --user-pool-id "$pool"',
  'if ask clients "$home" cognito-idp list-user-pool-clients --user-pool-id "$pool"; then',
  `  clients=$(sed -nE 's/.*"ClientId": *"([^"]+)".*/\\1/p' "$folder/answer")`,
  `  printf ',\\n"clients": ['`,
  `  separator=''`,
  '  for client in $clients; do',
  '    ask clients "$home" cognito-idp describe-user-pool-client --user-pool-id "$pool" --client-id "$client" || break',
  `    printf '%s' "$separator"`,
  '    answer',
  `    separator=','`,
  '  done',
  `  printf ']'`,
  'fi',
]
