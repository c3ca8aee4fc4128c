import { formats } from '../lib/formats'

/** The text of `--help`. */
export const usage = `cognito-scope-wizard <command>

  generate --format ID [--out DIR] [--json] [spec.json]
           the text of one format: ${formats.map(({ id }) => id).join(', ')};
           with --out its whole project, every file
  check [--json] [spec.json]
           errors and findings
  inspect (--spec spec.json | --template FILE… [--api ID]) [--now EPOCH] [--jwks FILE] [--user-pool-id ID] [--client-id ID]… [--json] [token or -]
           the decoded token and a verdict for every endpoint
  explain [--api rest|http] [--json] [text or -]
           what a response of API Gateway, Cognito or a browser means
  sample-token --spec spec.json --client NAME [--scope FULL]… [--use access|id] [--now EPOCH] [--jwks FILE]
               [--group NAME]… [--add-scope FULL]…   groups of the user, scopes that the trigger adds
               [--resource URL]   what the access token is bound to: its aud
           a signed sample token; its public keys are written to FILE
  schema   JSON Schema of the spec
  local [--port N] [--issuer-port N] [--issuer local|aws] [--users FILE] [[--handlers DIR] [--stub] | --upstream URL]
        [--https CERT,KEY] [--keys FILE] [--now EPOCH] [--seed TEXT] [--auto-login USER] [--env FILE] [--timeout S]
        [--host ADDR --unsafe-host] [--once 'METHOD PATH' [--token CLIENT]] [--check FILE] [--json] [spec.json or preset]
           serves the API of the spec on this machine and refuses what API Gateway would refuse; issues test tokens
  doctor [--json | --sarif | --fix CODE@FILE:LINE[:COLUMN]] [--param N=V]… [--stage S] [--fail-on error|warning] FILE…
           why a template refuses access tokens, at which line, and what to change
  import [--json] [--api ID] [--param N=V]… [--stage S] FILE…
           a spec of what the files deploy; the report is on standard error
  snapshot (--rest-api ID --stage NAME | --http-api ID) --user-pool ID [--region R]
           a script of read-only aws calls that collects what is deployed, for doctor

Without a spec file: wizard.json in this folder. "-" is standard input.
Exit status: 0 done, 1 the input was refused, 2 wrong usage, or a file that cannot be read or written.
`
