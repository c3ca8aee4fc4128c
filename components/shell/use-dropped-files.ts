'use client'

import { useEffect } from 'react'
import { type Drop, dropOf } from '@/components/session/drop'
import { templateHandoff } from '@/components/session/template-handoff'
import { prefetchAfterLoad } from '@/components/ui/prefetch-after-load'

const loadReader = prefetchAfterLoad(() => import('@/components/session/dropped-files'))

/**
 * Opens files that are dropped anywhere in the page, where no part of it takes them: one file like the Open button,
 * several files or a folder in the doctor. By default the browser would leave the page to show the file.
 */
export function useDroppedFiles(openFile: (file: File) => Promise<void>) {
  useEffect(() => {
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true
    function onDragOver(event: DragEvent) {
      if (hasFiles(event)) event.preventDefault()
    }
    async function openAll(drop: Drop) {
      const [file] = drop.files
      if (file && drop.files.length === 1 && drop.folders.length === 0) return openFile(file)
      const { readDrop } = await loadReader()
      const { files, isFolder } = await readDrop(drop)
      if (files.length > 0) templateHandoff.set({ files, isFolder })
    }
    function onDrop(event: DragEvent) {
      if (event.defaultPrevented || !event.dataTransfer || !hasFiles(event)) return
      event.preventDefault()
      void openAll(dropOf(event.dataTransfer))
    }
    addEventListener('dragover', onDragOver)
    addEventListener('drop', onDrop)
    return () => {
      removeEventListener('dragover', onDragOver)
      removeEventListener('drop', onDrop)
    }
  }, [openFile])
}
