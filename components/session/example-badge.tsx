'use client'

import { useStore } from '@/components/ui/store'
import { useSession } from './session'

/** The word "Example", until the open example is edited. */
export function ExampleBadge() {
  const isExample = useStore(useSession().history.pristine) === 'example'
  return isExample && <span className="rounded-chip bg-primary-soft px-1.5 text-primary text-s">Example</span>
}
