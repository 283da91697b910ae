import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { StandaloneFrame } from '../charts/index.ts';
import type { Release } from '../datasets/index.ts';
import { directionOf, type Language } from '../i18n/index.ts';
import { cacheFolder, codeDigest, writeWhole } from '../project.ts';
import { type Chart, chartNotes, licenceAddress, sourceText } from '../site/index.ts';
import { drawPicture } from './draw-picture.ts';
import type { DrawnChart, Edition } from './edition.ts';

/** A chart as pictures that stand by themselves. */
export interface ChartPictures {
  svg: Uint8Array;
  png: Uint8Array;
}

/** The pictures of a drawn chart, from the wide drawing; kept from one build to the next. */
export async function chartPictures(
  { site, addresses, locale: localeOf }: Edition,
  chart: Chart,
  language: Language,
  { pictures, data }: DrawnChart,
  releases: ReadonlyMap<string, Release>,
): Promise<ChartPictures> {
  const locale = localeOf(language);
  const { message } = locale;
  const { words, language: wordsLanguage } = locale.chartWords(chart);
  const { license, address } = site.settings;
  const absolute = (path: string) => new URL(path, address).href;
  const drawing = pictures.find(({ size }) => size === 'wide')?.svg ?? '';
  return kept(drawing, {
    id: chart.id,
    language: wordsLanguage,
    direction: directionOf(language),
    title: words.title,
    subtitle: words.subtitle,
    description: words.description,
    notes: chartNotes(chart, data, locale).map(({ text }) => text),
    source: sourceText(data.values(), locale),
    rights: message('chart.reuse.rights', { license }),
    licence: licenceAddress(license),
    address: absolute(addresses.chart(language, chart.id)),
    site: locale.words.name,
    data: [...releases].map(([id, { version }]) => absolute(addresses.release(id, version, 'json'))),
  });
}

const folder = join(cacheFolder, 'pictures');

let code: Promise<string> | undefined;

/** Makes the pictures, unless they were made before of the same drawing, words and code. */
async function kept(drawing: string, frame: StandaloneFrame): Promise<ChartPictures> {
  code ??= codeDigest('charts', 'fonts');
  const name = createHash('sha256')
    .update(await code)
    .update(JSON.stringify([drawing, frame]))
    .digest('hex');
  // Both pictures are asked for at once, and are drawn together.
  const made = underWay.get(name) ?? found(name, drawing, frame).finally(() => underWay.delete(name));
  underWay.set(name, made);
  return made;
}

/** What is being found or drawn, by its name. */
const underWay = new Map<string, Promise<ChartPictures>>();

async function found(name: string, drawing: string, frame: StandaloneFrame): Promise<ChartPictures> {
  try {
    const [svg, png] = await Promise.all(
      ['svg', 'png'].map((format) => readFile(join(folder, `${name}.${format}`))),
    );
    if (svg && png) return { svg, png };
  } catch {
    // They are not there yet.
  }
  const { svg, png } = await drawPicture({ drawing, frame });
  await mkdir(folder, { recursive: true });
  await writeWhole(folder, `${name}.svg`, svg);
  await writeWhole(folder, `${name}.png`, png);
  return { svg: Buffer.from(svg), png };
}
