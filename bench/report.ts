import type { DrawingFigures } from './drawing.ts';
import type { PrintingFigures, Spent } from './printing.ts';
import type { Figures } from './run.ts';
import type { SearchingFigures } from './searching.ts';

/** The figures as tables: what building took beside plain Astro, what came of it, and what a page weighs. */
export function tablesOf(all: readonly Figures[]): string {
  const costs = all.flatMap(({ briefs, steps }) =>
    steps.map(({ name, from, wall, cpu, peak }) => [
      `${briefs}`,
      name,
      from,
      seconds(wall),
      `${(wall / (steps[0]?.wall ?? wall)).toFixed(2)} ×`,
      seconds(cpu),
      megabytes(peak),
    ]),
  );
  const sites = all.flatMap(({ briefs, outputs }) =>
    outputs.map(({ by, pages, files, bytes }) => [`${briefs}`, by, `${pages}`, `${files}`, megabytes(bytes)]),
  );
  const weights = all.flatMap(({ briefs, outputs }) =>
    outputs.flatMap(({ by, weights }) =>
      weights.map(({ language, html, css, scripts, fonts, total, firstChart }) => [
        `${briefs}`,
        by,
        language,
        ...[html, css, scripts, fonts, total].map(kilobytes),
        `${(firstChart / 1000).toFixed(2)} s`,
      ]),
    ),
  );
  return [
    table(['briefs', 'step', 'found made', 'wall', 'of plain Astro', 'CPU', 'peak memory'], costs),
    table(['briefs', 'built by', 'pages', 'files', 'in all'], sites),
    'The page of the first brief on a first visit; HTML, CSS and scripts compressed with Brotli; the first chart over a slow 4G link:',
    table(
      ['briefs', 'built by', 'language', 'HTML', 'CSS', 'scripts', 'fonts', 'all', 'first chart'],
      weights,
    ),
  ].join('\n\n');
}

/** What printing took, for each document. */
export function printingTable({ briefs, documents, atOnce, plain, press, again }: PrintingFigures): string {
  const cpu = ({ node, browser = 0 }: Spent) => node + browser;
  const each = (value: number) => `${((value / documents) * 1000).toFixed(0)} ms`;
  const row = (name: string, spent: Spent) => [
    name,
    each(spent.wall),
    each(spent.node),
    spent.browser === undefined ? '–' : each(spent.browser),
    each(cpu(spent) - cpu(plain)),
    `${(cpu(spent) / cpu(plain)).toFixed(2)} ×`,
    (documents / spent.wall).toFixed(1),
  ];
  return [
    `Printing ${briefs} briefs in ${documents / briefs} languages, ${atOnce} at once; for each PDF:`,
    table(
      ['by', 'wall', 'CPU of Node', 'of the browser', 'more than alone', 'ratio', 'a second'],
      [
        row('the browser alone', plain),
        row('the press', press),
        row('the press, when nothing has changed', again),
      ],
    ),
  ].join('\n\n');
}

/** What drawing took, in all and for each chart in a language, which is drawn for two widths. */
export function drawingTable({ charts, drawings, processors, cold, warm }: DrawingFigures): string {
  const row = (name: string, { wall, cpu }: DrawingFigures['cold']) => [
    name,
    `${wall.toFixed(2)} s`,
    `${cpu.toFixed(2)} s`,
    `${((wall / drawings) * 1000).toFixed(1)} ms`,
    `${((cpu / drawings) * 1000).toFixed(1)} ms`,
  ];
  return [
    `Drawing ${charts} charts in ${drawings / charts} languages for two widths, ${processors} processors:`,
    table(
      ['drawn', 'wall', 'CPU', 'wall of each', 'CPU of each'],
      [row('for the first time', cold), row('again', warm)],
    ),
  ].join('\n\n');
}

/** What the index of each language takes, and what a first query loads of it. */
export const searchingTable = (all: readonly SearchingFigures[]): string =>
  table(
    [
      'briefs',
      'language',
      'records',
      'files',
      'made in',
      'all',
      'first query',
      'at most',
      'of it head',
      'in files',
      'answer',
    ],
    all.map(({ briefs, language, records, files, wall, bytes, first, answer }) => [
      `${briefs}`,
      language,
      `${records}`,
      `${files}`,
      seconds(wall),
      megabytes(bytes),
      ...[first.mean, first.most, first.head].map(kilobytes),
      first.files.toFixed(0),
      `${answer.toFixed(1)} ms`,
    ]),
  );

const seconds = (value: number): string => `${value.toFixed(1)} s`;
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
const kilobytes = (bytes: number): string => `${(bytes / 1e3).toFixed(1)} kB`;

/** A table in Markdown, words on the left and numbers on the right. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const width = (n: number) => Math.max(...[head, ...rows].map((row) => row[n]?.length ?? 0));
  const isText = (n: number) => rows.every((row) => /^\D*$/.test(row[n] ?? ''));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, n) => (isText(n) ? cell.padEnd(width(n)) : cell.padStart(width(n)))).join(' | ')} |`;
  const rule = head.map((_, n) => (isText(n) ? '-'.repeat(width(n)) : `${'-'.repeat(width(n) - 1)}:`));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}
