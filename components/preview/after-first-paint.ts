/** Runs `work` once the page has painted and the browser is idle; returns a function that cancels it. */
export function afterFirstPaint(work: () => void): () => void {
  // Safari has no idle callbacks.
  const idles = 'requestIdleCallback' in window
  let waiting: number | undefined
  const frame = requestAnimationFrame(() => {
    waiting = idles ? requestIdleCallback(work, { timeout: 500 }) : Number(setTimeout(work, 50))
  })
  return () => {
    cancelAnimationFrame(frame)
    if (waiting === undefined) return
    if (idles) cancelIdleCallback(waiting)
    else clearTimeout(waiting)
  }
}
