import type { Metadata } from 'next'
import Link from 'next/link'
import { buttonClasses } from '@/components/ui/button'

export const metadata: Metadata = { title: 'Page not found' }

export default function NotFound() {
  return (
    <main id="text" tabIndex={-1} className="grid content-center justify-items-center gap-3 p-6 text-center">
      <h1 className="font-semibold text-l">Page not found</h1>
      <p className="text-secondary-foreground">Your spec is still saved in this browser.</p>
      <Link href="/" prefetch={false} className={buttonClasses('primary')}>
        Open the wizard
      </Link>
    </main>
  )
}
