import { stringify } from 'yaml';
import { countWords } from '../src/i18n/index.ts';
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
interface Number {
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
  const paragraphs = sections.length * paragraphsInSection;
  const paragraph = (): string =>
    [
      ...filled((words.inAll - words.inKeyMessages) / paragraphs, sentence, stock),
      ...numbers.splice(0, 1),
    ].join(' ');
  const messages = numbers
    .splice(0, keyMessages)
    .map((last) => `- ${[...filled(words.inKeyMessages / keyMessages, sentence, stock), last].join(' ')}`);
  const matter = {
    title: `${heading(0)} (${number + 1})`,
    summary: `${sentence()} ${sentence()}`,
    state: 'draft',
  };
  const body = sections.flatMap((figure, n) => [
    `## ${heading(n)}`,
    ...Array.from({ length: paragraphsInSection }, paragraph),
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

/** Sentences until there are so many words. */
function filled(budget: number, sentence: () => string, { language }: Stock): string[] {
  const found: string[] = [];
  // Half a sentence is what one goes too far on average.
  for (let count = 8; count < budget; ) {
    const next = sentence();
    count += countWords(next, language);
    found.push(next);
  }
  return found;
}

/** The numbers of a brief, the same in every language; every fifth compares two years. */
function numbersOf({ slug, places, first, last }: Extract): Number[] {
  const random = randomFrom(`${slug} numbers`);
  return Array.from({ length: stats }, (_, n) => ({
    place: places[Math.floor(random() * places.length)] ?? '',
    year: first + 1 + Math.floor(random() * (last - first)),
    since: n % 5 === 4 ? first : undefined,
  }));
}

function numberSentence({ place, year, since }: Number, { series }: Extract, stock: Stock): string {
  const { term } = termOf(series, stock);
  const name = new Intl.DisplayNames(stock.language, { type: 'region' }).of(place.slice(0, 2)) ?? place;
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
