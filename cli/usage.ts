import { formats } from '../lib/formats'

/** What the command line can do, as `--help` prints it. */
export const usage = `cognito-scope-wizard <command>

  generate --format ID [--out DIR] [--json] [spec.json]
           the text of one format: ${formats.map(({ id }) => id).join(', ')};
           with --out its whole project, every file
  check [--json] [spec.json]
           errors and findings
  inspect --spec spec.json [--now EPOCH] [--jwks FILE] [--user-pool-id ID] [--client-id ID]… [--json] [token or -]
           the decoded token and a verdict for every endpoint
  sample-token --spec spec.json --client NAME [--scope FULL]… [--use access|id] [--now EPOCH] [--jwks FILE]
           a signed sample token; its public keys are written to FILE
  schema   JSON Schema of the spec
  local [--port N] [--issuer-port N] [--issuer local|aws] [--users FILE] [--handlers DIR] [--stub] [--upstream URL]
        [--https CERT,KEY] [--keys FILE] [--now EPOCH] [--seed TEXT] [--auto-login USER] [--env FILE] [--timeout S]
        [--host ADDR --unsafe-host] [--once 'METHOD PATH' [--token CLIENT]] [--check FILE] [--json] [spec.json or preset]
           serves the API of the spec on this machine and refuses what API Gateway would refuse; issues test tokens

Without a spec file: wizard.json in this folder. "-" is standard input.
Exit status: 0 done, 1 the input was refused, 2 wrong usage.
`
