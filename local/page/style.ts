/** The colours and type of the wizard's own pages (`app/tokens.css`), for pages that have no build. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --canvas: light-dark(#f6f7f9, #0b0c0f); --surface: light-dark(#ffffff, #121418); --inset: light-dark(#f1f3f6, #1b1e24);
  --hover: light-dark(#eceef2, #22262e); --foreground: light-dark(#15171c, #e9ebef); --secondary-foreground: light-dark(#454c5a, #b1b7c3);
  --muted-foreground: light-dark(#5d6574, #8f97a6); --line: light-dark(#e5e7ec, #23272f); --field: light-dark(#858c9a, #6a7281);
  --accent: light-dark(#2855d0, #8cadff); --accent-fill: light-dark(#2855d0, #3a67e0);
  --err: light-dark(#b3261e, #ff9287); --err-soft: light-dark(#fdf1ef, #241514);
  --warn: light-dark(#855000, #e9b458); --warn-soft: light-dark(#fdf6e7, #221b10); --warn-line: light-dark(#ecd7a8, #54411c);
  --ok: light-dark(#1a6e3d, #6bcf95); --ok-soft: light-dark(#edf7f1, #11231a);
  --mono: ui-monospace, SFMono-Regular, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--canvas); color: var(--foreground);
  font: 400 13px/20px -apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
}
h1 { font-size: 16px; line-height: 24px; font-weight: 600; margin: 0; }
code, pre { font: 12px/18px var(--mono); }
button, input { font: inherit; color: inherit; border-radius: 6px; border: 1px solid var(--field); padding: 6px 12px; background: var(--surface); }
button { cursor: pointer; }
button:hover { background: var(--hover); }
button.main { background: var(--accent-fill); border-color: var(--accent-fill); color: #fff; font-weight: 500; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.note { background: var(--warn-soft); color: var(--warn); border: 1px solid var(--warn-line); border-radius: 6px; padding: 8px 12px; }
`

/** Text for HTML, in attributes too. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`)
