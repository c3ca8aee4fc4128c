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
  explain [--api rest|http] [--json] [text or -]
           what a response of API Gateway, Cognito or a browser means
  sample-token --spec spec.json --client NAME [--scope FULL]… [--use access|id] [--now EPOCH] [--jwks FILE]
           a signed sample token; its public keys are written to FILE
  schema   JSON Schema of the spec

Without a spec file: wizard.json in this folder. "-" is standard input.
Exit status: 0 done, 1 the input was refused, 2 wrong usage.
`
