import { Icon, type IconName } from '@/components/ui/icon'

const DOOR =
  'grid h-full w-full grid-cols-[16px_minmax(0,1fr)] content-center items-center gap-x-2.5 rounded-card border border-border-strong bg-card px-3 py-2 text-left'
const ACTION = `${DOOR} transition-colors hover:bg-accent focus-visible:rounded-card`
const LINK = 'text-primary hover:underline max-md:py-2'

/**
 * What the first visit begins with: what this is, and three ways to start. `data-door` names what `StartBand` does. It is
 * rendered when the page is built, so that its texts are not part of the scripts.
 */
export function Start() {
  return (
    <>
      <p className="start-text max-w-[64ch] text-pretty text-secondary-foreground">
        <strong className="font-semibold text-foreground">
          Get a template for an API that accepts Cognito access tokens, or find out why yours gets a 401.
        </strong>{' '}
        Everything runs in this browser.
      </p>
      <ul className="start-doors">
        <li>
          <button type="button" data-door="newApi" className={ACTION}>
            <Words icon="plus" title="New API">
              Name it, then paste its endpoints.
            </Words>
          </button>
        </li>
        <li className={DOOR}>
          <Words icon="denied" title="I get a 401">
            <a data-door="token" href="/inspector/" className={LINK}>
              Inspect a token
            </a>
            {' · '}
            <a data-door="template" href="/doctor/" className={LINK}>
              Check a template
            </a>
          </Words>
        </li>
        <li>
          <button type="button" data-door="pickFile" className={ACTION}>
            <Words icon="open" title="Open my file">
              A wizard.json or a template.
            </Words>
          </button>
        </li>
      </ul>
      <button
        type="button"
        data-door="close"
        aria-label="Close, and look at the example"
        title="Close, and look at the example"
        className="grid size-6 place-items-center rounded-chip text-muted-foreground transition-colors hover:bg-accent hover:text-foreground max-md:size-9"
      >
        <Icon name="cross" size={14} />
      </button>
    </>
  )
}

interface WordsProps {
  readonly icon: IconName
  readonly title: string
  readonly children: React.ReactNode
}

function Words({ icon, title, children }: WordsProps) {
  return (
    <>
      <Icon name={icon} className="text-muted-foreground" />
      <span className="font-medium">{title}</span>
      <span className="col-start-2 text-muted-foreground text-s">{children}</span>
    </>
  )
}
