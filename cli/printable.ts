/** Replaces control characters of untrusted text, so that none reaches the terminal. */
export const printable = (line: string): string =>
  line.replace(
    /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069]/g,
    char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
