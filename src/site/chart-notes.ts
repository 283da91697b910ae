import type { LocalizedDataset } from '../datasets/index.ts';
import type { Locale, Text } from './locale.ts';
import type { Chart } from './read-charts.ts';

/** The notes under a chart: its own, and those of its data that it names. */
export function chartNotes(
  chart: Chart,
  data: ReadonlyMap<string, LocalizedDataset>,
  { chartWords }: Locale,
): Text[] {
  const { words, language } = chartWords(chart);
  return [
    ...(words.notes ?? []).map((text) => ({ text, language })),
    ...chart.source.notes.flatMap(({ dataset, note }) => data.get(dataset)?.note(note) ?? []),
  ];
}
