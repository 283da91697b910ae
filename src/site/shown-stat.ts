import { type Brief, findStat, type Stat, type StatQuery, statQuery } from '../briefs/index.ts';
import { keyOf, type LocalizedDataset, type Row, writeTrace } from '../datasets/index.ts';
import { formatNumber } from '../i18n/index.ts';
import type { Site } from './load.ts';
import type { Locale } from './locale.ts';

/** A number in prose as a reader sees it, and where it comes from: in words, and for machines (see writeTrace()). */
export function shownStat(
  query: StatQuery,
  stat: Stat,
  data: LocalizedDataset,
  { language, message }: Locale,
): { text: string; source: string; from: string; compare: string | undefined } {
  const field = data.field(stat.field);
  const places = rowWords(data, query);
  const keys = data.fields.map(({ name }) => name).filter((name) => tellsApart(name, data, query));
  const [row, other] = stat.rows.map((each) => keyOf(each, keys));
  const [first = '', second] = stat.rows.map(places);
  const selection = second === undefined ? first : message('stat.comparison', { first, second });
  return {
    text: numberText(query, stat.value, field, language, message),
    source: message('stat.source', { dataset: data.title, selection, version: data.version }),
    from: writeTrace({ dataset: data.id, version: data.version, row: row ?? new Map(), field: stat.field }),
    compare: other && query.compare && `${query.compare.how} ${writeTrace({ row: other })}`,
  };
}

/** The number of a `<Stat>` with the given attributes in a brief, as text alone; empty where there is none. */
export function statText(
  attributes: ReadonlyMap<string, string>,
  { site, brief, locale }: { site: Pick<Site, 'datasets'>; brief: Pick<Brief, 'releases'>; locale: Locale },
): string {
  const query = statQuery(attributes);
  const dataset = site.datasets.get(query.dataset);
  const release = brief.releases.get(query.dataset);
  const answer = release && findStat(query, release);
  if (!dataset || !release || !answer || 'problem' in answer) return '';
  return shownStat(query, answer.found, locale.dataset(dataset, release), locale).text;
}

/** The words of a `<Reference>` with the given attributes, “Figure 2”; empty where it leads nowhere. */
export function referenceText(
  attributes: ReadonlyMap<string, string>,
  { brief, locale }: { brief: Pick<Brief, 'figures'>; locale: Locale },
): string {
  const figure = brief.figures.find(({ id }) => id === attributes.get('to'));
  return figure ? locale.message(`brief.${figure.kind}`, { number: figure.number }) : '';
}

function numberText(
  { compare, decimals, bare }: StatQuery,
  value: number,
  field: ReturnType<LocalizedDataset['field']>,
  language: Locale['language'],
  message: Locale['message'],
): string {
  const sign = bare ? undefined : field?.sign;
  const own = decimals ?? field?.decimals;
  switch (compare?.how) {
    case 'ratio':
      return formatNumber(value, language, { decimals: decimals ?? 1 });
    case 'change':
      return formatNumber(value, language, { decimals: decimals ?? 1, unit: bare ? undefined : 'percent' });
    case 'difference':
    case 'absolute-difference':
      // The difference of two percentages is in points, not in per cent.
      if (sign === 'percent')
        return message('stat.percentagePoints', { number: formatNumber(value, language, { decimals: own }) });
      return formatNumber(value, language, { decimals: own, unit: sign });
    default:
      return formatNumber(value, language, { decimals: own, unit: sign });
  }
}

/** The values that tell a row apart: its place, year and categories. */
const rowWords =
  (data: LocalizedDataset, query: StatQuery) =>
  (row: Row): string =>
    data.fields
      .filter(({ name }) => tellsApart(name, data, query))
      .map(({ name, show }) => show(row[name]))
      .join(', ');

const tellsApart = (name: string, { primaryKey }: LocalizedDataset, { selection }: StatQuery): boolean =>
  primaryKey.includes(name) || selection.has(name);
