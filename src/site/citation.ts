import type { Brief, Translation } from '../briefs/index.ts';
import type { LocalizedDataset, Release } from '../datasets/index.ts';
import { formatDate, formatYear, languageName } from '../i18n/index.ts';
import type { Locale } from './locale.ts';
import type { Chart } from './read-charts.ts';

/** What the text of a citation gives way to the address at, so that a page can make a link of it. */
const addressSlot = '\u{e000}';

/**
 * How to cite a text of a brief, in its own language: publisher, year, title,
 * kind, date, and which of the languages it is. The address goes between the two parts.
 */
export function citation(
  { facts, source }: Brief,
  { language, matter }: Translation,
  { message, words }: Locale,
): [before: string, after: string] {
  const named = { language: languageName(language, language) };
  const version = [
    language === source.language
      ? message('brief.original', named)
      : message('brief.translation', { ...named, source: languageName(source.language, language) }),
    ...(matter.state === 'draft' ? [message('brief.draft')] : []),
  ];
  const [before = '', after = ''] = message('brief.citation', {
    author: words.publisher.name,
    year: formatYear(Number(facts.date.slice(0, 4)), language),
    title: matter.title,
    kind: message(`kinds.${facts.kind}.name`),
    date: formatDate(facts.date, language),
    version: version.join(', '),
    address: addressSlot,
  }).split(addressSlot);
  return [before, after];
}

/** How to cite a chart, in two parts as for a brief: the year is that of its newest data. */
export function chartCitation(
  chart: Chart,
  releases: readonly Release[],
  data: Iterable<LocalizedDataset>,
  locale: Locale,
): [before: string, after: string] {
  const { message, words, language, chartWords } = locale;
  const years = releases.map(({ about }) => Number(about.created.slice(0, 4)));
  const [before = '', after = ''] = message('chart.reuse.citation', {
    author: words.publisher.name,
    year: formatYear(Math.max(...years), language),
    title: chartWords(chart).words.title,
    source: sourceText(data, locale),
    address: addressSlot,
  }).split(addressSlot);
  return [before, after];
}

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
