'use client'

import { useEffect, useState } from 'react'
import { useCompiled } from '@/components/session/hooks'
import { useSession } from '@/components/session/session'
import type { CommandItem } from '@/components/ui/command-list'
import { downloadBlob, downloadText } from '@/components/ui/download'
import { useStore } from '@/components/ui/store'
import type { Format } from '@/lib/compile'

/** The output formats: choosing one, and downloading its file or project. None before the compiler has arrived. */
export function useOutputCommands(): readonly CommandItem[] {
  const { format: chosen } = useSession()
  const current = useStore(chosen)
  const valid = useCompiled()
  const formats = useFormats(valid !== undefined)
  if (!valid) return []
  return formats.flatMap(({ id, label }): CommandItem[] => [
    {
      id: `format ${id}`,
      group: 'Output',
      label: `Output format: ${label}`,
      icon: 'panel',
      ...(id === current && { isCurrent: true }),
      run: () => chosen.set(id),
    },
    {
      id: `file ${id}`,
      group: 'Download',
      label: `Download the ${label} file`,
      icon: 'download',
      isSearchOnly: true,
      run: () => {
        const { fileName, text } = valid.output(id)
        downloadText(fileName.slice(fileName.lastIndexOf('/') + 1), text)
      },
    },
    {
      id: `project ${id}`,
      group: 'Download',
      label: `Download the ${label} project (.zip)`,
      icon: 'archive',
      run: async () => {
        const { zip } = await import('@/lib/project/zip')
        const name = `${valid.spec.service}-${id}`
        downloadBlob(
          `${name}.zip`,
          new Blob([zip(name, valid.project(id).files)], { type: 'application/zip' }),
        )
      },
    },
  ])
}

/** The formats, from the compiler: it is asked for only where it has been fetched already. */
function useFormats(isThere: boolean): readonly Format[] {
  const [formats, setFormats] = useState<readonly Format[]>([])
  useEffect(() => {
    if (isThere) import('@/lib/compile').then(({ formats }) => setFormats(formats))
  }, [isThere])
  return formats
}
