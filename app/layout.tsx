import './globals.css'
import { readFileSync } from 'node:fs'
import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { PanelBoundary } from '@/components/session/panel-boundary'
import { SessionProvider } from '@/components/session/session'
import { DocumentActionsProvider } from '@/components/shell/document-actions'
import { startScript } from '@/components/shell/start/first-visit'
import { themeScript } from '@/components/shell/themes'
import { TopBar } from '@/components/shell/top-bar'
import { Toaster } from '@/components/ui/toast'

export const metadata: Metadata = {
  title: { default: 'Cognito Scope Wizard', template: '%s · Cognito Scope Wizard' },
  description:
    'Cognito access tokens for API Gateway: CloudFormation, SAM, Serverless, CDK, Terraform and OpenAPI from one spec, and a verdict for every endpoint.',
  manifest: '/manifest.json',
  // Inlined: browsers request an icon file again at every change of the URL fragment.
  icons: { icon: `data:image/svg+xml,${encodeURIComponent(readFileSync('public/favicon.svg', 'utf8'))}` },
}

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#121418' },
  ],
}

export default function Layout({ children }: { readonly children: ReactNode }) {
  return (
    <html lang="en" suppressHydrationWarning>
      <head>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: the theme must be set before the first paint; the build adds its hash to the policy */}
        <script dangerouslySetInnerHTML={{ __html: themeScript }} />
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: the first visit must be known before the first paint */}
        <script dangerouslySetInnerHTML={{ __html: startScript }} />
      </head>
      <body>
        <SessionProvider>
          <DocumentActionsProvider>
            <div className="app">
              <TopBar />
              <PanelBoundary name="This page">{children}</PanelBoundary>
              <Toaster className="pointer-events-none fixed bottom-16 max-md:bottom-28 left-1/2 z-40 w-max max-w-[calc(100vw-32px)] -translate-x-1/2 [&>*]:pointer-events-auto" />
            </div>
          </DocumentActionsProvider>
        </SessionProvider>
      </body>
    </html>
  )
}
