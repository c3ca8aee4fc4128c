import { CopyButton } from '@/components/ui/copy-button'

const COMMANDS = [
  'npx cognito-scope-wizard snapshot --rest-api API_ID --stage STAGE --user-pool POOL_ID > snapshot.sh',
  'bash snapshot.sh > snapshot.json',
]

/** The way for a deployed API without a template: a script that reads its configuration. */
export function SnapshotHelp() {
  return (
    <section aria-labelledby="doctor.snapshot">
      <h2 id="doctor.snapshot" className="font-semibold">
        Only a deployed API?
      </h2>
      <p className="mt-1 max-w-190 text-secondary-foreground">
        This prints a short script of read-only <code>aws</code> calls. Read it, run it, and open the{' '}
        <code>snapshot.json</code> that it writes. It contains no client secret. For an HTTP API use{' '}
        <code>--http-api</code> without a stage.
      </p>
      <div className="mt-2 flex items-start gap-2 rounded-control border border-border bg-background py-1 pr-1 pl-2.5">
        <pre className="mono min-w-0 flex-1 whitespace-pre-wrap py-0.5 [overflow-wrap:anywhere]">
          {COMMANDS.map(command => (
            <span key={command} className="block">
              <span className="select-none text-muted-foreground">$ </span>
              {command}
            </span>
          ))}
        </pre>
        <CopyButton square small look="quiet" label="Copy the commands" text={() => COMMANDS.join('\n')} />
      </div>
    </section>
  )
}
