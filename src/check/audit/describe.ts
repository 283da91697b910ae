import { languageName } from '../../i18n/index.ts';
import type { Audit } from './audit.ts';
import type { AuditedNumber, ByHand, Cell, FromData, Key } from './numbers.ts';

/** An audit for people: each number of the text and of the words of charts a line; tables and charts by how many they show. */
export function describeAudit({ brief, numbers }: Audit): string {
  const files = [...Map.groupBy(numbers, ({ file }) => file)];
  return [
    `Every number of ${brief}, as it is written, and where it comes from.`,
    ...files.map(([file, own]) => fileText(file, own)),
    totals(numbers),
  ].join('\n\n');
}

function fileText(file: string, numbers: readonly AuditedNumber[]): string {
  const [first] = numbers;
  const title = `${file} (${first ? languageName(first.language, 'en') : ''})`;
  // The cells of a chart or table stand where its tag does.
  const lines = [...Map.groupBy(numbers, ({ line, column }) => `${line}:${column}`)].flatMap(
    ([place, own]) => (own.length > 1 ? figureLines(place, own) : own.map((each) => lineOf(place, each))),
  );
  return [title, ...lines].join('\n');
}

const lineOf = (place: string, { text, source }: AuditedNumber): string =>
  `  ${place.padEnd(8)} ${text.padEnd(10)} ${source.from === 'hand' ? handText(source) : dataText(source)}`;

function figureLines(place: string, numbers: readonly AuditedNumber[]): string[] {
  const wrong = numbers.filter(isWrong);
  const sources = new Set(
    numbers.flatMap(({ source }) =>
      source.from === 'data' ? [`${source.dataset} ${source.version}, ${source.field}`] : [],
    ),
  );
  return [
    `  ${place.padEnd(8)} ${`${numbers.length} values`.padEnd(10)} ${numbers[0]?.figure}: from ${[...sources].join('; ')}`,
    ...wrong.map((each) => lineOf(place, each)),
  ];
}

const handText = ({ kind, same }: ByHand): string => {
  const what = kind === 'number' ? 'by hand' : `by hand (${kind})`;
  return same ? `${what}; the data have ${same.value} in ${sourceText(same)}` : what;
};

function dataText(source: FromData): string {
  const { problem, value } = source;
  const text = `from ${sourceText(source)}`;
  if (problem !== undefined) return `${text}. WRONG: ${problem}`;
  // What a computer adds to 0.1 + 0.2 is nothing to read.
  return `${text}: ${Number(value?.toPrecision(12))}`;
}

function sourceText({ dataset, version, row, field, compare }: Cell & Pick<FromData, 'compare'>): string {
  const text = `${dataset} ${version}, ${keyText(row)}, ${field}`;
  return compare ? `${text}, ${compare.how} to ${keyText(compare.row)}` : text;
}

const keyText = (row: Key): string =>
  Object.entries(row)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');

/** True for a number that the release does not give. */
export const isWrong = ({ source }: AuditedNumber): boolean =>
  source.from === 'data' && source.problem !== undefined;

function totals(numbers: readonly AuditedNumber[]): string {
  const byHand = numbers.flatMap(({ source }) => (source.from === 'hand' ? [source] : []));
  const typed = byHand.filter(({ kind }) => kind === 'number');
  const wrong = numbers.filter(isWrong).length;
  const again =
    wrong === 0
      ? 'all computed again from their releases'
      : `${wrong} of which cannot be computed again from their releases`;
  return [
    `${numbers.length - byHand.length} numbers from data, ${again}.`,
    `${byHand.length} by hand: ${byHand.length - typed.length} in dates and names, ${typed.length} others, ${typed.filter(({ same }) => same).length} of which are values of the data.`,
  ].join('\n');
}
