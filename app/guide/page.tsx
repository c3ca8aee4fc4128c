import type { Metadata } from 'next'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { causes, comparisons, elsewhere, flow, pages, settings } from './facts'
import { RequestFlow } from './request-flow'

export const metadata: Metadata = {
  title: 'Guide',
  description: 'Access token or ID token, why API Gateway answers 401, and how a request is authorized.',
}

export default function GuidePage() {
  return (
    <main id="text" tabIndex={-1} className="scrollbar-quiet overflow-auto bg-card outline-none">
      <article className="mx-auto grid max-w-190 grid-cols-[minmax(0,1fr)] gap-10 px-6 py-10 max-md:gap-8 max-md:px-4 max-md:py-6">
        <header>
          <h1 className="font-semibold text-l">Cognito tokens and API Gateway</h1>
          <p className="mt-1 text-secondary-foreground">
            Five minutes that can save you a day. To try it with your own token, open the{' '}
            <Link href="/inspector/" prefetch={false} className="link">
              inspector
            </Link>
            ; to find the cause in a template, open the{' '}
            <Link href="/doctor/" prefetch={false} className="link">
              doctor
            </Link>
            .
          </p>
        </header>

        <Part id="flow" title="How a request is authorized">
          <RequestFlow />
          <ol className="mt-4 grid list-decimal gap-1 pl-5 text-secondary-foreground">
            {flow.map(({ text, detail }) => (
              <li key={text}>
                <strong className="font-semibold text-foreground">{text}.</strong> <Marked text={detail} />
              </li>
            ))}
          </ol>
        </Part>

        <Part id="tokens" title="Access token or ID token">
          <Comparison head={['', 'Access token', 'ID token']} rows={comparisons.tokens} />
          <p className="mt-3 text-secondary-foreground">
            Send the access token to an API. With SDK sign-in (InitiateAuth, Amplify without managed login) it
            has only the scope <code>aws.cognito.signin.user.admin</code>. Custom scopes come from{' '}
            <code>/oauth2/authorize</code> and <code>/oauth2/token</code>, or from a pre token generation
            trigger.
          </p>
        </Part>

        <Part id="scopes" title="What scopes do not do">
          <p className="text-secondary-foreground">
            A scope says what the app is allowed to do, not what the person is. Every user of a client can get
            every scope of that client. To give some users more than others, check groups or attributes in
            your function, or add and remove scopes for each user in a pre token generation trigger. The
            wizard adds one in its first step, under “Sign-up, sign-in and token trigger”.
          </p>
          <p className="mt-3 text-secondary-foreground">
            An endpoint for other AWS services or scripts can require signed requests instead of tokens (IAM
            authorization): <code>curl --aws-sigv4</code> signs them with AWS credentials. The README of each
            project shows the command.
          </p>
        </Part>

        <Part id="401" title="Why do I get 401?">
          <p className="text-secondary-foreground">
            The Cognito authorizer of a REST API gives the same answer for all of these:{' '}
            <code>{'{"message":"Unauthorized"}'}</code>. The most likely cause is first.
          </p>
          <Comparison head={['Cause', 'What to do']} rows={causes} />
        </Part>

        <Part id="others" title="Similar answers with other causes">
          <Comparison head={['Answer', 'Cause']} rows={elsewhere} />
        </Part>

        <Part id="sign-in" title="What sign-in settings change">
          <Comparison head={['Setting', 'Effect']} rows={settings} />
        </Part>

        <Part id="apis" title="REST API or HTTP API">
          <Comparison head={['', 'REST API', 'HTTP API']} rows={comparisons.apis} />
        </Part>

        <Part id="private" title="What stays in your browser">
          <p className="text-secondary-foreground">
            Everything. Documents, templates and tokens are read in the page; nothing is sent anywhere, and
            the Content-Security-Policy of each page blocks requests to other hosts. The browser stores your
            document and the documents that it replaced. It stores no token and no template. A share link
            carries the document after the <code>#</code>, which browsers do not send.
          </p>
        </Part>

        <Part id="pages" title="Sources">
          <ul className="grid gap-1">
            {pages.map(({ title, url }) => (
              <li key={url}>
                <a href={url} target="_blank" rel="noreferrer" className="link">
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </Part>
      </article>
    </main>
  )
}

function Part({
  id,
  title,
  children,
}: {
  readonly id: string
  readonly title: string
  readonly children: ReactNode
}) {
  return (
    <section id={id} aria-labelledby={`${id}.title`}>
      <h2 id={`${id}.title`} className="mb-2 font-semibold text-l">
        {title}
      </h2>
      {children}
    </section>
  )
}

interface ComparisonProps {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

function Comparison({ head, rows }: ComparisonProps) {
  return (
    <div className="mt-3 overflow-hidden rounded-card border border-border-strong">
      <table className="w-full border-collapse text-left">
        <thead className="bg-background text-muted-foreground text-s">
          <tr>
            {head.map(cell => (
              <th key={cell} scope="col" className="px-3 py-1.5 font-normal">
                {cell || <span className="sr-only">Question</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([first, ...rest]) => (
            <tr key={first} className="border-border border-t align-top">
              <th scope="row" className="px-3 py-2 font-medium [overflow-wrap:anywhere] md:min-w-32">
                {first}
              </th>
              {rest.map(cell => (
                <td
                  key={cell}
                  className="px-3 py-2 text-secondary-foreground [overflow-wrap:anywhere] md:min-w-40"
                >
                  <Marked text={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** A text whose parts between backticks are code. */
const Marked = ({ text }: { readonly text: string }) =>
  text.split('`').map((part, i) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity but their place
    i % 2 === 1 ? <code key={i}>{part}</code> : part,
  )
