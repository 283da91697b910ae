import type { LocalizedDataset } from '../datasets/index.ts';
import type { Locale } from './locale.ts';

/** Where the numbers of a chart come from: each publisher, with its data sets and their releases. */
export function sourceText(data: Iterable<LocalizedDataset>, { message }: Locale): string {
  const byPublisher = Map.groupBy(data, ({ publisher }) => publisher);
  return [...byPublisher]
    .map(([publisher, own]) => {
      const named = own.map(({ title, version }) => `${title}, ${message('chart.release', { version })}`);
      return `${message('chart.source', { publisher })}: ${named.join('; ')}`;
    })
    .join(' · ');
}
