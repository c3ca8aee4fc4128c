const KEY = 'cognito-scope-wizard.start'

/**
 * Runs in the head, before the first paint: the doors show only while nothing is saved in this browser and they were never
 * closed. Without storage they stay closed, since they would return at every visit.
 */
export const startScript = `try{var s=localStorage,k='${KEY}';if(location.hash.startsWith('#s='))s.setItem(k,'closed');if(!s.getItem('cognito-scope-wizard.spec')&&!s.getItem(k))document.documentElement.dataset.start=''}catch{}`

/** Closes the doors of the first visit for good. */
export function closeStart() {
  delete document.documentElement.dataset.start
  try {
    localStorage.setItem(KEY, 'closed')
  } catch {
    // Without storage they were not shown.
  }
}
