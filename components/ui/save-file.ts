/** Hands a file to the browser's downloads; it is made here and never leaves the tab. */
export function saveFile(name: string, content: string | Uint8Array<ArrayBuffer>, type = 'text/plain') {
  const address = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // Some browsers read the address only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
