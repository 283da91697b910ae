import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Brief } from '../briefs/index.ts';
import type { SharedBrief } from '../charts/index.ts';
import { sharePicture as size } from '../cite/index.ts';
import { directionOf, type Language } from '../i18n/index.ts';
import { cacheFolder, codeDigest, writeWhole } from '../project.ts';
import { drawPicture } from './draw-picture.ts';
import type { Edition } from './edition.ts';

const folder = join(cacheFolder, 'shared');

let code: Promise<string> | undefined;

/** The picture that stands for a text of a brief where it is shared, as PNG: with its first chart; kept from one build to the next. */
export async function briefPicture(edition: Edition, brief: Brief, language: Language): Promise<Uint8Array> {
  const { message, place, chartWords, words } = edition.locale(language);
  const { facts, figures, releases, translations, source } = brief;
  const chart = figures.flatMap(({ id }) => edition.site.charts.get(id) ?? [])[0];
  const drawn = chart && (await edition.chart(chart, language, releases));
  const shared: SharedBrief = {
    language,
    direction: directionOf(language),
    kicker: [message(`kinds.${facts.kind}.name`), ...facts.places.map(place)].join(' · '),
    title: (translations.get(language) ?? source).matter.title,
    site: words.name,
    accent: edition.site.settings.accent,
    chart: drawn && {
      svg: drawn.pictures.find((picture) => picture.size === 'narrow')?.svg ?? '',
      title: chartWords(chart).words.title,
    },
  };
  code ??= codeDigest('charts', 'fonts');
  const name = `${createHash('sha256')
    .update(await code)
    .update(JSON.stringify([shared, size]))
    .digest('hex')}.png`;
  try {
    return await readFile(join(folder, name));
  } catch {
    // It is not there yet.
  }
  const { png } = await drawPicture({ shared, size });
  await mkdir(folder, { recursive: true });
  await writeWhole(folder, name, png);
  return png;
}
