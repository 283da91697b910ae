import { createHash } from 'node:crypto';
import type { LiveFile } from '../charts/index.ts';
import type { Release } from '../datasets/index.ts';
import type { Language } from '../i18n/index.ts';
import type { Chart } from '../site/index.ts';
import type { DrawnChart, Edition } from './edition.ts';

/** The file that a browser makes a picture live from. Its name holds a digest of it, so that it never changes. */
export interface NamedLiveFile {
  name: string;
  text: string;
}

/** The live file of each picture of a drawn chart, in the order of its pictures. A small chart without choices stays a picture. */
export function liveFiles(
  { locale, addresses }: Edition,
  chart: Chart,
  language: Language,
  { pictures, data }: DrawnChart,
): NamedLiveFile[] {
  if (chart.isSmall && pictures.every(({ live }) => live.controls.length === 0)) return [];
  const { message } = locale(language);
  const from = addresses.live.file('');
  const releases = Object.fromEntries(
    [...data].map(([id, { version }]) => [id, relative(from, addresses.release(id, version, 'json'))]),
  );
  const [title, first, last, name, count] = ['{title}', '{first}', '{last}', '{name}', '{count}'];
  const words: LiveFile['words'] = {
    keys: message('chart.live.keys'),
    axis: message('chart.live.axis', { title, first, last }),
    bareAxis: message('chart.live.bareAxis', { first, last }),
    series: message('chart.live.series', { name, count }),
    values: message('chart.live.values', { count }),
    hidden: message('chart.live.hidden', { name }),
  };
  return pictures.map(({ size, live }) => {
    const file: LiveFile = { language, words, releases, ...live };
    const text = JSON.stringify(file);
    const digest = createHash('sha256').update(text).digest('hex').slice(0, 8);
    return { name: `${chart.id}.${language}.${size}.${digest}`, text };
  });
}

/** A path as a browser finds it from another: both stand under the same base. */
function relative(from: string, to: string): string {
  const [a, b] = [from.split('/').slice(0, -1), to.split('/')];
  let shared = 0;
  while (shared < a.length && a[shared] === b[shared]) shared += 1;
  return [...a.slice(shared).map(() => '..'), ...b.slice(shared)].join('/');
}

/** Every live file of an edition: of each chart on its own page and in the briefs that show it. */
export async function allLiveFiles(
  edition: Edition,
  drawings: Iterable<{
    chart: Chart;
    language: Language;
    releases: ReadonlyMap<string, Release> | undefined;
  }>,
): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const { chart, language, releases } of drawings)
    for (const { name, text } of liveFiles(
      edition,
      chart,
      language,
      await edition.chart(chart, language, releases),
    ))
      files.set(name, text);
  return files;
}
