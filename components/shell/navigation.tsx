'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useRoutedFragments, useWizardAddress } from './wizard-address'

/** The pages of the site, in the order of the bar. */
export const pages = [
  { href: '/', label: 'Wizard' },
  { href: '/inspector/', label: 'Inspector' },
  { href: '/doctor/', label: 'Doctor' },
  { href: '/guide/', label: 'Guide' },
] as const

const withSlash = (path: string) => (path.endsWith('/') ? path : `${path}/`)

/** Links to the pages, with the current one marked. */
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
