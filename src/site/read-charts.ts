import {
  type ChartSource,
  type ChartWords,
  chartWordsSchema,
  checkChart,
  fieldNames,
  objectNames,
  parseChart,
} from '../charts/index.ts';
import type { Dataset, Release } from '../datasets/index.ts';
import { didYouMean, quote } from '../diagnostics/index.ts';
import type { Language } from '../i18n/index.ts';
import { finding, once, type Reading } from './reading.ts';
import type { Settings } from './settings.ts';
import { checkKeys, readWords, valuesOnly } from './words.ts';

/** A chart: its Vega-Lite specification and its words. */
export interface Chart {
  id: string;
  /** One of many on a page, which has no other size. */
  isSmall?: boolean;
  source: ChartSource;
  words: ReadonlyMap<Language, ChartWords>;
}

/** Every chart whose specification is valid and fits the newest releases of its data sets. */
export function readCharts(
  reading: Reading,
  settings: Settings,
  datasets: ReadonlyMap<string, Dataset>,
): Map<string, Chart> {
  const charts = new Map<string, Chart>();
  const [sourceLanguage = ''] = settings.languages;
  for (const id of reading.folders('content/charts')) {
    const path = `content/charts/${id}/chart.vl.json`;
    const file = reading.file(path);
    if (!file) {
      reading.report(
        finding(
          'file-missing',
          path,
          { line: 1, column: 1 },
          'This file is missing: the specification of a chart.',
          'Make it, or take the folder away.',
        ),
      );
      continue;
    }
    const source = once(file, parseChart, reading.report, (note) => parseChart(id, file, note));
    const words = readWords(reading, `content/charts/${id}`, chartWordsSchema, settings.languages);
    if (!source) continue;
    const of = <T>(dataset: string, tell: (release: Release) => T): T | undefined => {
      const newest = datasets.get(dataset)?.newest;
      return newest && tell(newest);
    };
    checkChart(
      source,
      (dataset) => of(dataset, fieldNames),
      reading.report,
      reading.folders('content/datasets'),
      (dataset) => of(dataset, objectNames),
    );
    checkKeys(reading, {
      words,
      source: sourceLanguage,
      path: ['words'],
      needed: source.words,
      keysOf: (each) => Object.keys(each.words ?? {}),
      what: 'words of the chart',
    });
    for (const [n, { dataset, note }] of source.notes.entries()) {
      const newest = datasets.get(dataset)?.newest;
      const known = Object.keys(newest?.about.notes ?? {});
      if (known.includes(note)) continue;
      // One that cannot be read has its own messages.
      if (!newest && reading.folders('content/datasets').includes(dataset)) continue;
      reading.report(
        finding(
          'chart-note',
          path,
          source.at(['usermeta', 'sala', 'notes', n]),
          `There is no note ${quote(`${dataset}/${note}`)}.`,
          newest
            ? didYouMean(note, known, `notes of ${dataset}`)
            : didYouMean(dataset, datasets.keys(), 'data sets'),
        ),
      );
    }
    charts.set(id, { id, source, words: valuesOnly(words) });
  }
  return charts;
}
