import { Html } from './html.ts';

/** The look of the desk and of its panel, in the light and the dark. */
export const style = new Html(`
:root, :host { color-scheme: light dark; font: 1rem/1.5 system-ui, Sala, sans-serif; --line: light-dark(#ccc, #555); --error: light-dark(#b3261e, #ff8a80); --warning: light-dark(#7a5200, #ffcf70); }
body { background: light-dark(#fff, #111); color: light-dark(#111, #eee); margin: 0 auto; max-width: 70rem; padding: 1rem; }
a { color: light-dark(#0b5c7a, #8fd0e8); overflow-wrap: anywhere; }
a:focus-visible, button:focus-visible, [tabindex]:focus-visible { outline: 3px solid currentColor; outline-offset: 2px; }
h1, h2 { line-height: 1.2; }
section > ul { list-style: none; padding: 0; }
section > ul > li { border-inline-start: 4px solid var(--line); margin-block: 1rem; padding-inline-start: 1rem; }
.error > ul > li { border-color: var(--error); }
.error > h2 { color: var(--error); }
.warning > ul > li { border-color: var(--warning); }
section p { margin-block: .25rem; }
.rule { opacity: .8; }
pre { font-family: ui-monospace, Consolas, monospace, Sala; overflow-x: auto; background: light-dark(#f3f3f3, #222); padding: .5rem; margin-block: .5rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; }
th, td { border-block-end: 1px solid var(--line); padding: .5rem .75rem .5rem 0; text-align: start; vertical-align: top; }
th a { font-weight: normal; }
td { white-space: nowrap; }
.missing a { color: var(--warning); }
.panel { position: fixed; inset-block-end: .5rem; inset-inline-end: .5rem; z-index: 9; }
.panel > ul { display: flex; flex-wrap: wrap; gap: .25rem 1rem; list-style: none; margin: 0; padding: .25rem .75rem; font-size: .875rem; color: light-dark(#111, #eee); background: light-dark(#fff, #111); border: 1px solid var(--line); border-radius: .25rem; }
dialog { color: light-dark(#111, #eee); background: light-dark(#fff, #111); border: 2px solid var(--error); border-radius: .25rem; box-sizing: border-box; width: min(60rem, 100% - 2rem); }
dialog form { float: inline-end; }
button { font: inherit; padding: .25rem .75rem; }
@media print { .panel { display: none; } }
`);
