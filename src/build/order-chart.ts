import type { DrawOrder } from '../charts/index.ts';
import { type Release, valuesOf } from '../datasets/index.ts';
import { type Chart, type Locale, type Site, titleAnchor } from '../site/index.ts';

/** In CSS pixels. */
const widths = { narrow: 328, wide: 680 } satisfies DrawOrder['widths'];

/** What a chart is drawn from in a language, with the given releases or the newest ones of its data sets. */
export function orderOf(
  { datasets, settings }: Site,
  { language, fallback, placeNames, chartWords }: Locale,
  chart: Chart,
  releases: ReadonlyMap<string, Release> | undefined,
): DrawOrder {
  const { isSmall = false, source } = chart;
  const { id, spec, datasets: named } = source;
  const data = named.flatMap((name) => {
    const dataset = datasets.get(name);
    if (!dataset) return [];
    const { facts, words } = dataset;
    const needed = [...words].filter(([each]) => each === language || each === fallback);
    return { facts, words: Object.fromEntries(needed), release: releases?.get(name) ?? dataset.newest };
  });
  const places = data.flatMap(({ release: { fields, rows } }) =>
    fields.flatMap(({ name, kind }) => (kind === 'place' ? valuesOf(rows, name) : [])),
  );
  const distinct = [...new Set(places)];
  return {
    chart: { id, spec, datasets: named },
    data,
    language,
    fallback,
    words: chartWords(chart).words.words ?? {},
    placeNames: Object.fromEntries(distinct.map((code) => [code, placeNames(code)])),
    placeColours: Object.fromEntries(
      distinct.flatMap((code) => {
        const colour = settings.places[code]?.colour;
        return colour === undefined ? [] : [[code, colour]];
      }),
    ),
    widths: isSmall ? { narrow: widths.narrow } : widths,
    titledBy: titleAnchor(chart.id),
  };
}
