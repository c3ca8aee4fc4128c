'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { pages } from './pages'
import { useRoutedFragments, useWizardAddress } from './wizard-address'

const withSlash = (path: string) => (path.endsWith('/') ? path : `${path}/`)

/** The pages, with the one that is open marked. */
export function Navigation() {
  const path = withSlash(usePathname())
  const wizard = useWizardAddress()
  useRoutedFragments()
  return (
    <nav aria-label="Main" className="ml-3 flex gap-0.5 max-md:hidden">
      {pages.map(({ href, label }) => (
        <Link
          key={href}
          href={href === '/' ? wizard : href}
          prefetch={false}
          aria-current={path === href ? 'page' : undefined}
          className="flex h-7 items-center rounded-control px-2 font-medium text-secondary-foreground transition-colors hover:bg-accent aria-[current]:bg-muted aria-[current]:text-foreground"
        >
          {label}
        </Link>
      ))}
    </nav>
  )
}
