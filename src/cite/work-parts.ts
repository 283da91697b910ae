import { type Brief, factsOf, isRevision, type Translation } from '../briefs/index.ts';
import type { Release } from '../datasets/index.ts';
import { type CalendarDate, type Language, languageName, type PlaceCode } from '../i18n/index.ts';
import type { Locale } from '../site/index.ts';
import type { Author, Work } from './work.ts';

/** What charts and data sets have none of. */
export const unnumbered = {
  translator: undefined,
  versions: undefined,
  status: 'Published',
  number: undefined,
  doi: undefined,
  isbn: undefined,
  series: undefined,
} as const;

export const office = ({ name }: { name: string }): Author => ({ name, kind: 'organisation' });

export const personIn = ({ people }: Brief['facts'], name: string): Author => ({
  name,
  kind: 'person',
  ...people?.[name],
});

/** Whether a text holds: one that was withdrawn or has a successor does not. */
export function statusOf(
  { facts, superseded, hidden }: Brief,
  { state }: Translation['matter'],
): Work['status'] {
  if (superseded) return 'Obsolete';
  if (facts.history.some(({ kind }) => kind === 'withdrawn')) return 'Withdrawn';
  return hidden || state === 'draft' ? 'Draft' : 'Published';
}

/** What kind of brief it is, which of the languages, and whether it is a draft. */
export function genreOf(
  { facts, source, translations }: Brief,
  language: Language,
  { message }: Locale,
): string {
  const named = { language: languageName(language, language) };
  const version =
    language === source.language
      ? message('brief.original', named)
      : message('brief.translation', { ...named, source: languageName(source.language, language) });
  const draft = translations.get(language)?.matter.state === 'draft' ? [message('brief.draft')] : [];
  return `${message(`kinds.${facts.kind}.name`)}. ${[version, ...draft].join(', ')}`;
}

/** The day on which the present version came. */
export const dayOf = ({ facts, version }: Brief): CalendarDate =>
  facts.history.find((entry) => isRevision(entry) && entry.version === version)?.date ?? facts.date;

/** The years that a brief says it is about; else those of its days. */
export function yearsOf({ facts }: Brief): [number, number] | undefined {
  for (const { value } of factsOf(facts)) {
    if ('years' in value) return value.years as [number, number];
    if ('days' in value) return value.days.map((day) => Number(day.slice(0, 4))) as [number, number];
  }
  return undefined;
}

export function yearsIn({ fields, rows }: Release): [number, number] | undefined {
  const field = fields.find(({ kind }) => kind === 'year');
  if (!field) return undefined;
  const years = rows.map((row) => Number(row[field.name])).filter((year) => year > 0);
  return years.length > 0 ? [Math.min(...years), Math.max(...years)] : undefined;
}

export function placesIn({ fields, rows }: Release): PlaceCode[] {
  const field = fields.find(({ kind }) => kind === 'place');
  return field ? [...new Set(rows.map((row) => String(row[field.name])))] : [];
}

export const newestOf = (days: readonly string[]): string => [...days].sort().at(-1) ?? '';
