import { briefFactsSchema, findStat, frontMatterSchema, kinds, statQuery } from '../briefs/index.ts';
import { listed, measures, type Release, type Row } from '../datasets/index.ts';
import { didYouMean, quote } from '../diagnostics/index.ts';
import { isCalendarDate, isCountry, type PlaceCode } from '../i18n/index.ts';
import { makeAddresses, makeLocale } from '../site/index.ts';
import { commentedYaml, schemaComment } from './commented.ts';
import { folderNameProblem } from './folder-name.ts';
import type { Answers, Around, Question, Starter } from './start.ts';

const questions: readonly Question[] = [
  {
    flag: 'kind',
    value: 'KIND',
    asks: `what kind of brief it is: ${kinds.map(({ id }) => id).join(' or ')}`,
    problem: (answer) =>
      kinds.some(({ id }) => id === answer)
        ? undefined
        : `There is no kind ${quote(answer)}. ${didYouMean(
            answer,
            kinds.map(({ id }) => id),
            'kinds',
          )}`,
  },
  { flag: 'title', value: 'TEXT', asks: 'its title: the finding, in words' },
  {
    flag: 'date',
    value: 'DAY',
    asks: 'the day of publication',
    proposes: ({ today }) => today,
    problem: (answer) =>
      answer.length === 10 && isCalendarDate(answer)
        ? undefined
        : `${quote(answer)} is no day. Write it as 2025-03-26.`,
  },
  {
    flag: 'places',
    value: 'CODES',
    asks: 'the places it is about, such as LAO, KHM',
    problem(answer, { site: { settings } }, { kind }) {
      const codes = listed(answer);
      const unknown = codes.find((code) => !isCountry(code) && !settings.places[code]);
      if (unknown !== undefined)
        return `${quote(unknown)} is no country and no place of site.yaml. ${didYouMean(unknown, Object.keys(settings.places), 'places of site.yaml')}`;
      const facts = kindOf(kind).start({ places: codes, date: '2000-01-01', years: [2000, 2000] });
      return codes.length > 0 && fits(kind, facts.facts)
        ? undefined
        : `A brief of the kind ${kind} needs more places than ${codes.length === 0 ? 'none' : answer}.`;
    },
  },
  {
    flag: 'topics',
    value: 'IDS',
    asks: 'its topics, of those in site.yaml',
    choices: ({ site }) => site.settings.topics,
    problem(answer, { site: { settings } }) {
      const topics = listed(answer);
      const unknown = topics.length === 0 ? '' : topics.find((topic) => !settings.topics.includes(topic));
      return unknown === undefined
        ? undefined
        : `${quote(unknown)} is no topic of site.yaml. ${didYouMean(unknown, settings.topics, 'topics')}`;
    },
  },
  {
    flag: 'data',
    value: 'IDS',
    asks: 'the data sets it quotes, such as rain, or rain@1.0.0 for an older release',
    choices: ({ site }) => site.datasets.keys(),
    proposes: () => '',
    problem(answer, { site: { datasets } }) {
      for (const each of listed(answer)) {
        const [id = '', version] = each.split('@');
        const dataset = datasets.get(id);
        if (!dataset)
          return `There is no data set ${quote(id)}. ${didYouMean(id, datasets.keys(), 'data sets')}`;
        if (version !== undefined && !dataset.releases.has(version))
          return `Release ${version} of ${quote(id)} was never published. Published: ${[...dataset.releases.keys()].join(', ')}.`;
      }
      return undefined;
    },
  },
];

const kindOf = (id: string | undefined) => kinds.find((kind) => kind.id === id) ?? kinds[0];

/** Whether further facts are what a kind asks for. */
const fits = (kind: string | undefined, facts: object): boolean =>
  Object.entries(kindOf(kind).shape).every(
    ([key, schema]) => schema.safeParse((facts as Record<string, unknown>)[key]).success,
  );

/** A brief: its facts, and a text with an example of what a brief is made of. */
export const briefStarter: Starter = {
  id: 'brief',
  does: 'Starts a brief: its facts, and its text in the source language.',
  name: { name: 'SLUG', does: 'its name in addresses, such as health-insurance' },
  questions,
  problem: (name, around) => folderNameProblem(name, 'content/briefs', around),
  start(slug, answers, around) {
    const { site, files } = around;
    const { kind, title, date = '' } = answers;
    const places = listed(answers['places'] ?? '');
    const releases = pinned(answers, around);
    const further = kindOf(kind).start({ places, date, years: yearsOf(releases, places) ?? yearOf(date) });
    const folder = `content/briefs/${slug}`;
    const facts = {
      kind,
      date,
      language: site.sourceLanguage,
      places,
      topics: listed(answers['topics'] ?? ''),
      data: Object.fromEntries(releases.map(({ dataset, version }) => [dataset, version])),
      references: [],
      ...further.facts,
    };
    const matter = {
      title,
      summary: 'Two sentences for those who read no further: what was found, and why it matters.',
      state: 'draft',
      ...(Object.keys(further.words).length > 0 ? { words: further.words } : {}),
    };
    const text = `${folder}/${site.sourceLanguage}.mdx`;
    return {
      added: new Map([
        [
          `${folder}/brief.yaml`,
          schemaComment(files, `${folder}/brief.yaml`, 'brief') + commentedYaml(briefFactsSchema, facts),
        ],
        [text, `---\n${commentedYaml(frontMatterSchema, matter)}---\n\n${body(releases, places, around)}`],
      ]),
      changed: new Map(),
      next: [
        `Write ${text}: the title, the summary, then the text. docs/content.md shows all that can stand in it.`,
        `Look at ${folder}/brief.yaml: the facts, and the sources that the text cites.`,
        `See it grow: npm run dev, then ${makeAddresses('/').brief(site.sourceLanguage, slug)}`,
      ],
    };
  },
};

function pinned({ data = '' }: Answers, { site }: Around): Release[] {
  return listed(data).flatMap((each) => {
    const [id = '', version] = each.split('@');
    const dataset = site.datasets.get(id);
    return (version === undefined ? dataset?.newest : dataset?.releases.get(version)) ?? [];
  });
}

const yearOf = (date: string): [number, number] => [Number(date.slice(0, 4)), Number(date.slice(0, 4))];

/** The first and the last year that the releases have for some places. */
function yearsOf(releases: readonly Release[], places: readonly PlaceCode[]): [number, number] | undefined {
  const years = releases.flatMap((release) => {
    const year = release.fields.find(({ kind }) => kind === 'year');
    return year ? rowsFor(release, places).map((row) => Number(row[year.name])) : [];
  });
  return years.length === 0
    ? undefined
    : [years.reduce((a, b) => Math.min(a, b)), years.reduce((a, b) => Math.max(a, b))];
}

/** The rows of some places; all, where the release has none of theirs. */
function rowsFor({ fields, rows }: Release, places: readonly PlaceCode[]): readonly Row[] {
  const place = fields.find(({ kind }) => kind === 'place');
  const own = place ? rows.filter((row) => places.includes(String(row[place.name]))) : [];
  return own.length > 0 ? own : rows;
}

function body(releases: readonly Release[], places: readonly PlaceCode[], { site }: Around): string {
  const locale = makeLocale(site, site.sourceLanguage);
  const numbers = releases.flatMap((release) => {
    const dataset = site.datasets.get(release.dataset);
    const chosen = newestNumber(release, places);
    if (!dataset || !chosen) return [];
    const data = locale.dataset(dataset, release);
    const { row, measure } = chosen;
    const words = release.primaryKey.map((name) => data.field(name)?.show(row[name]) ?? '');
    const of = [data.field(measure)?.title ?? measure, ...words].map(escaped).join(', ');
    return [`- A finding in one sentence, with its number: ${stat(release, chosen)} (${of}).`];
  });
  const chart = [...site.charts.values()].find(
    ({ source: { datasets } }) =>
      datasets.length > 0 && datasets.every((id) => releases.some(({ dataset }) => dataset === id)),
  );
  const shown = chart
    ? `What <Reference to="${chart.id}" /> shows, and what follows from it.\n\n<Chart id="${chart.id}" />`
    : 'What was found, and what follows from it.';
  return `<KeyMessages>

${(numbers.length > 0 ? numbers : ['- A finding in one sentence.']).join('\n')}
- What should be done.

</KeyMessages>

## The first finding

${shown}

<Recommendations>

1. **Who** should do what, and by when.

</Recommendations>
`;
}

interface Chosen {
  row: Row;
  measure: string;
}

/** The newest value of a release for some places. */
function newestNumber(release: Release, places: readonly PlaceCode[]): Chosen | undefined {
  const [measure] = measures(release);
  const time = release.fields.find(({ kind }) => kind === 'year' || kind === 'date')?.name;
  if (!measure) return undefined;
  const rows = rowsFor(release, places).filter((row) => typeof row[measure.name] === 'number');
  const newest = time
    ? rows
        .map((row) => String(row[time]))
        .sort()
        .at(-1)
    : undefined;
  const row = rows.find((each) => time === undefined || String(each[time]) === newest);
  return row && { row, measure: measure.name };
}

/** The `<Stat>` that asks for a number. */
function stat(release: Release, { row, measure }: Chosen): string {
  const attributes: [string, string][] = [
    ['data', release.dataset],
    ...release.primaryKey.map((name): [string, string] => [name, String(row[name])]),
  ];
  // A field is named only where the release has several.
  if ('problem' in findStat(statQuery(new Map(attributes)), release)) attributes.push(['field', measure]);
  return `<Stat ${attributes.map(([name, value]) => `${name}="${value.replaceAll('"', '&quot;')}"`).join(' ')} />`;
}

/** Words as they stand in Markdown. */
const escaped = (words: string): string => words.replace(/[\\`*_{}[\]<>~|]/g, '\\$&');
