/** Hands `text` to the browser as a file to keep. */
export function downloadText(fileName: string, text: string, type = 'text/plain') {
  downloadBlob(fileName, new Blob([text], { type: `${type};charset=utf-8` }))
}

/** Hands `blob` to the browser as a file to keep. */
export function downloadBlob(fileName: string, blob: Blob) {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  // The download has begun once the click is handled; the address may go after that.
  setTimeout(() => URL.revokeObjectURL(url), 1000)
}
