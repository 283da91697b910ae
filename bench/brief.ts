import { stringify } from 'yaml';
import { countWords, placeName } from '../src/i18n/index.ts';
import { chartId, type Extract } from './charts.ts';
import { randomFrom } from './random.ts';
import { type Files, termOf } from './series.ts';
import { type Stock, sentencesFrom } from './stock.ts';

/** Words of a brief in each language, numbers, table and charts aside. */
const words = { inAll: 1200, inKeyMessages: 150 };
/** What stands at the end of each section. */
const sections = ['lines', 'bars', 'table', 'multiples', undefined] as const;
const paragraphsInSection = 2;
const keyMessages = 3;
const stats = 10;

/** A number of a text: its place and year, and for some the year it is compared with. */
interface Quoted {
  place: string;
  year: number;
  since: number | undefined;
}

/** The folder of a brief. `number` counts from 0. */
export function briefFiles(
  number: number,
  extract: Extract,
  { stocks, topics }: { stocks: readonly Stock[]; topics: readonly string[] },
): Files {
  const { slug, series, places, first, last } = extract;
  const facts = {
    kind: 'country-comparison',
    date: `20${15 + (number % 11)}-0${1 + (number % 9)}-1${number % 10}`,
    language: 'en',
    places: places.slice(0, 3),
    topics: [topics[number % topics.length]],
    data: { [series.id]: series.version },
    compared: places.slice(0, 3),
    years: [first, last],
  };
  const files: Files = new Map([[`content/briefs/${slug}/brief.yaml`, stringify(facts)]]);
  for (const stock of stocks) {
    files.set(`content/briefs/${slug}/${stock.language}.mdx`, textOf(number, extract, stock));
  }
  return files;
}

function textOf(number: number, extract: Extract, stock: Stock): string {
  const sentence = sentencesFrom(stock, extract.slug);
  const heading = (n: number) => stock.headings[(number * sections.length + n) % stock.headings.length] ?? '';
  const numbers = numbersOf(extract).map((each) => numberSentence(each, extract, stock));
  const fill = fillerOf(stock, sentence);
  /** A paragraph of about so many words that ends with the next number, while there are any. */
  const paragraph = (budget: number): string => fill(budget, numbers.shift());
  const messages = Array.from(
    { length: keyMessages },
    () => `- ${paragraph(words.inKeyMessages / keyMessages)}`,
  );
  const budget = (words.inAll - words.inKeyMessages) / (sections.length * paragraphsInSection);
  const matter = {
    title: `${heading(0)} (${number + 1})`,
    summary: `${sentence()} ${sentence()}`,
    state: 'draft',
  };
  const body = sections.flatMap((figure, n) => [
    `## ${heading(n)}`,
    ...Array.from({ length: paragraphsInSection }, () => paragraph(budget)),
    ...(figure === undefined ? [] : [figureOf(figure, extract, stock)]),
  ]);
  return [
    `---\n${stringify(matter)}---`,
    '<KeyMessages>',
    messages.join('\n'),
    '</KeyMessages>',
    ...body,
    '',
  ].join('\n\n');
}

/**
 * Makes paragraphs of about so many words with a given end. What one has too
 * many, because sentences stay whole, the next have fewer.
 */
function fillerOf({ language }: Stock, sentence: () => string): (budget: number, end?: string) => string {
  let left = 0;
  return (budget, end = '') => {
    left += budget - countWords(end.replace(/<[^>]*>/g, '1'), language);
    const found: string[] = [];
    while (left > 0) {
      const next = sentence();
      left -= countWords(next, language);
      found.push(next);
    }
    return [...found, end].join(' ').trim();
  };
}

/** The numbers of a brief, the same in every language; every fifth compares two years. */
function numbersOf({ slug, places, first, last }: Extract): Quoted[] {
  const random = randomFrom(`${slug} numbers`);
  return Array.from({ length: stats }, (_, n) => ({
    place: places[Math.floor(random() * places.length)] ?? '',
    year: first + 1 + Math.floor(random() * (last - first)),
    since: n % 5 === 4 ? first : undefined,
  }));
}

function numberSentence({ place, year, since }: Quoted, { series }: Extract, stock: Stock): string {
  const { term } = termOf(series, stock);
  const name = placeName(place, stock.language) ?? place;
  const when = since === undefined ? `${year}` : `${since}–${year}`;
  const compared = since === undefined ? '' : ` compare="difference" to-year="${since}"`;
  return `${term}, ${name}, ${when}: <Stat data="${series.id}" place="${place}" year="${year}"${compared} />${stock.stop}`;
}

function figureOf(figure: 'table' | 'lines' | 'bars' | 'multiples', extract: Extract, stock: Stock): string {
  if (figure !== 'table') return `<Chart id="${chartId(extract, figure)}" />`;
  const { slug, series, places, last } = extract;
  const years = Array.from({ length: 5 }, (_, n) => last - 4 + n).join(', ');
  const { term } = termOf(series, stock);
  return `<DataTable id="${slug}-table" data="${series.id}" rows="year" columns="place" caption="${term}" place="${places.slice(0, 3).join(', ')}" year="${years}" />`;
}
