import { STYLE } from './style'

/** The look of the live page: the bar, panes and rows of the inspector. */
export const LIVE_STYLE = `${STYLE}
body { background: var(--surface); display: grid; grid-template-rows: auto 1fr; height: 100vh; }
header { display: flex; gap: 8px 12px; align-items: center; flex-wrap: wrap; min-height: 48px; padding: 8px 16px; border-bottom: 1px solid var(--line); }
header svg { width: 20px; height: 20px; flex: none; }
h1, h2, h3 { font-size: 13px; line-height: 20px; font-weight: 600; margin: 0; }
p { margin: 0; }
small { font-size: 12px; line-height: 16px; color: var(--muted-foreground); }
.chip { background: var(--warn-soft); color: var(--warn); border-radius: 4px; padding: 0 6px; }
#state { margin-left: auto; display: flex; gap: 8px; align-items: center; color: var(--muted-foreground); }
#state::before { content: ''; width: 8px; height: 8px; border-radius: 50%; background: var(--ok); }
.lost #state { color: var(--err); }
.lost #state::before { background: var(--err); }
main { display: grid; grid-template-columns: minmax(300px, 4fr) minmax(340px, 5fr) minmax(340px, 5fr); min-height: 0; }
section { min-width: 0; overflow: auto; border-left: 1px solid var(--line); }
section:first-child { border-left: 0; }
.head { position: sticky; top: 0; z-index: 1; height: 45px; padding: 0 16px; display: flex; gap: 12px; align-items: center; justify-content: space-between; background: var(--surface); border-bottom: 1px solid var(--line); }
.head button { padding: 3px 10px; }
.body { padding: 16px; display: grid; gap: 12px; }
.body p { overflow-wrap: anywhere; }
.block { display: grid; gap: 8px; padding-top: 4px; min-width: 0; }
#filter { border: 0; margin: 0; padding: 2px; display: flex; background: var(--inset); border-radius: 6px; }
#filter label { padding: 2px 8px; border-radius: 4px; color: var(--secondary-foreground); cursor: pointer; }
#filter label:has(:checked) { background: var(--surface); color: var(--foreground); box-shadow: 0 0 0 1px var(--line); }
#filter label:focus-within { outline: 2px solid var(--accent); }
#filter input { position: absolute; opacity: 0; }
ol, ul { list-style: none; margin: 0; padding: 0; }
ol.errors li:not(.failed) { display: none; }
ol button { width: 100%; display: grid; grid-template-columns: 62px 1fr auto; gap: 10px; align-items: center; padding: 6px 16px; text-align: left; border: 0; border-bottom: 1px solid var(--line); border-radius: 0; background: none; }
ol button[aria-current=true] { background: var(--hover); box-shadow: inset 2px 0 var(--accent); }
ol button:focus-visible { outline-offset: -2px; }
.method { font: 600 11px/16px var(--mono); text-align: center; border: 1px solid var(--line); border-radius: 4px; padding: 1px 4px; color: var(--secondary-foreground); background: var(--surface); }
.request, .answer { display: grid; min-width: 0; }
.request code { overflow-wrap: anywhere; }
.answer { text-align: right; font-variant-numeric: tabular-nums; }
.title { display: flex; gap: 10px; align-items: center; }
.title code { font-size: 14px; overflow-wrap: anywhere; }
ul li { display: grid; grid-template-columns: 16px 104px 1fr; gap: 8px; padding: 6px 0; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
ul li:first-child { border-top: 0; }
.ok { color: var(--ok); } .err { color: var(--err); } .dim { color: var(--muted-foreground); }
pre { background: var(--inset); padding: 12px; border-radius: 6px; margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
.key { color: var(--accent); } .string { color: var(--ok); } .literal { color: var(--warn); }
[hidden] { display: none; }
@media (max-width: 1180px) { main { grid-template-columns: minmax(280px, 4fr) 6fr; overflow: auto; } section { overflow: visible; } section:first-child { grid-row: span 2; } #data-pane { border-top: 1px solid var(--line); } }
@media (max-width: 820px) { body { height: auto; } main { grid-template-columns: 1fr; overflow: visible; } section { border-left: 0; } section:first-child { grid-row: auto; max-height: 50vh; overflow: auto; } section + section { border-top: 1px solid var(--line); } }
`
