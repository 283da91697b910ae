import { expect, test } from 'vitest';
import type { Checked } from '../check/index.ts';
import { type Desk, deskPage, deskPanel } from './index.ts';

const file = 'content/briefs/rice/en.mdx';
const text = '---\n\n<Chart id="a" />\n';
const checked = (diagnostics: Checked['diagnostics']): Desk => ({
  checked: {
    site: undefined,
    failed: diagnostics.length > 0,
    diagnostics,
    files: {
      folder: '/our site',
      texts: new Map([[file, { path: file, text }]]),
      served: new Set(),
      date: '2026-01-01',
    },
    report: () => '',
  } as unknown as Checked,
  site: undefined,
});
const error = {
  rule: 'chart-unknown',
  severity: 'error',
  file,
  line: 3,
  column: 1,
  message: 'There is no chart “a”.',
  hint: 'Charts: <b>, c.',
} as const;

test('the desk shows a problem with its lines, as text, and a link that opens its place', () => {
  const page = deskPage(checked([error]), '/client.ts');
  expect(page).toContain('<title>1 error. – Sala</title>');
  expect(page).toContain('There is no chart “a”.');
  expect(page).toContain('Charts: &lt;b&gt;, c.');
  expect(page).toContain('&gt; 3 | &lt;Chart id=&quot;a&quot; /&gt;');
  expect(page).toContain(
    '<a href="/__open-in-editor?file=%2Four%20site%2Fcontent%2Fbriefs%2Frice%2Fen.mdx%3A3%3A1"',
  );
  expect(page).toContain('The pages can be shown once these errors are mended.');
});

test('the panel over a page has a dialogue only where there is an error', () => {
  expect(deskPanel(checked([error]), '/en/')).toContain('<dialog');
  expect(deskPanel(checked([{ ...error, severity: 'warning' }]), '/en/')).not.toContain('<dialog');
  expect(deskPanel(checked([]), '/en/')).toContain('>Desk: No problems found.</a>');
});
