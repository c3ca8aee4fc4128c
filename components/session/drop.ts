/** What was dropped: files, and folders to look into. */
export interface Drop {
  readonly files: readonly File[]
  readonly folders: readonly FileSystemEntry[]
}

/** What was dropped, to be asked for while the event lasts: afterwards it is gone. */
export const dropOf = (transfer: DataTransfer): Drop => ({
  files: [...transfer.files],
  folders: [...transfer.items]
    .flatMap(item => item.webkitGetAsEntry() ?? [])
    .filter(entry => entry.isDirectory),
})
