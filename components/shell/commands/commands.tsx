'use client'

import { CommandList } from '@/components/ui/command-list'
import { useCommands } from './use-commands'

/** Every action of the page by its name, and every field of the document. */
export default function Commands({ onClose }: { readonly onClose: () => void }) {
  return <CommandList items={useCommands()} onClose={onClose} />
}
