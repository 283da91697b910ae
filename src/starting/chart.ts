import { chartWordsSchema } from '../charts/index.ts';
import {
  type Field,
  type LocalizedDataset,
  listed,
  measures,
  type Release,
  type Row,
  valuesOf,
} from '../datasets/index.ts';
import { didYouMean, quote } from '../diagnostics/index.ts';
import { makeAddresses, makeLocale } from '../site/index.ts';
import { commentedYaml, schemaComment } from './commented.ts';
import { folderNameProblem } from './folder-name.ts';
import type { Around, Question, Starter } from './start.ts';

const marks = ['line', 'bar', 'point'] as const;

const questions: readonly Question[] = [
  {
    flag: 'data',
    value: 'ID',
    asks: 'the data set that it draws',
    choices: ({ site }) => site.datasets.keys(),
    problem(answer, { site: { datasets } }) {
      const dataset = datasets.get(answer);
      if (!dataset)
        return `There is no data set ${quote(answer)}. ${didYouMean(answer, datasets.keys(), 'data sets')}`;
      if (dataset.newest.map)
        return `${quote(answer)} is a map, on which the numbers of another data set are drawn. Name that, and see docs/content.md.`;
      return measures(dataset.newest).length > 0
        ? undefined
        : `${quote(answer)} holds no numbers that a chart could draw. Name another data set.`;
    },
  },
  {
    flag: 'mark',
    value: 'MARK',
    asks: `what it draws: ${marks.join(', ')}`,
    proposes: (around, { data = '' }) => {
      const picked = pick(newestOf(data, around), around);
      return picked.years.length > 2 ? 'line' : 'bar';
    },
    problem(answer, around, { data = '' }) {
      if (!marks.some((mark) => mark === answer))
        return `There is no mark ${quote(answer)} here. ${didYouMean(answer, marks, 'marks')}`;
      return answer !== 'bar' && pick(newestOf(data, around), around).years.length === 0
        ? `${quote(data)} has no years to draw a ${answer} over. Take bar.`
        : undefined;
    },
  },
  {
    flag: 'places',
    value: 'CODES',
    asks: 'the places it shows, such as LAO, KHM',
    proposes: (around, { data = '' }) => pick(newestOf(data, around), around).places.join(', '),
    problem(answer, around, { data = '' }) {
      const release = newestOf(data, around);
      const place = fieldOf(release, 'place');
      const known = place ? valuesOf(release.rows, place.name) : [];
      const unknown = listed(answer).find((code) => !known.includes(code));
      return unknown === undefined
        ? undefined
        : `${quote(data)} has no rows of ${quote(unknown)}. ${didYouMean(unknown, known, 'places')}`;
    },
  },
];

/** A chart of the newest release of a data set, and words made of its rows. */
export const chartStarter: Starter = {
  id: 'chart',
  does: 'Starts a chart: its Vega-Lite specification, and its words in the source language.',
  name: { name: 'ID', does: 'its name, such as spending-by-country' },
  questions,
  problem: (name, around) => folderNameProblem(name, 'content/charts', around),
  start(id, { data = '', mark = '', places = '' }, around) {
    const { site, files } = around;
    const release = newestOf(data, around);
    const picked = pick(release, around, listed(places));
    const plan = mark === 'bar' ? barsOf(picked) : linesOf(picked, mark);
    const folder = `content/charts/${id}`;
    const words = `${folder}/${site.sourceLanguage}.yaml`;
    const dataset = site.datasets.get(data);
    const localized = dataset && makeLocale(site, site.sourceLanguage).dataset(dataset, release);
    return {
      added: new Map([
        [`${folder}/chart.vl.json`, written(plan.spec)],
        [
          words,
          schemaComment(files, words, 'chart-words') +
            commentedYaml(chartWordsSchema, localized ? wordsOf(localized, picked, plan.rows) : {}),
        ],
      ]),
      changed: new Map(),
      next: [
        `Write ${words}: the finding as title, and for readers who cannot see the chart what it shows.`,
        `Look at it: npm run dev, then ${makeAddresses('/').chart(site.sourceLanguage, id)}. ${folder}/chart.vl.json is plain Vega-Lite.`,
        `Show it in a brief: <Chart id="${id}" /> in its text, and “${data}: ${release.version}” under data in its brief.yaml.`,
      ],
    };
  },
};

/** A specification as JSON, its short lists on one line. */
const written = (spec: object): string =>
  `${JSON.stringify(spec, null, 2).replace(/\[[^[\]{}]*\]/g, (list) => list.replace(/\s*\n\s*/g, ' ').replace(/^\[ | \]$/g, (edge) => edge.trim()))}\n`;

const newestOf = (id: string, { site }: Around): Release => {
  const dataset = site.datasets.get(id);
  if (!dataset) throw new Error(`There is no data set ${id}`);
  return dataset.newest;
};

const fieldOf = ({ fields }: Release, kind: Field['kind']): Field | undefined =>
  fields.find((field) => field.kind === kind);

/** What of a release a chart shows, so that no two rows stand at one place of it. */
interface Picked {
  release: Release;
  measure: string;
  time: string | undefined;
  /** The field that tells lines or bars apart. */
  series: Field | undefined;
  places: readonly string[];
  /** For each other field of the key, the one value that is shown. */
  fixed: ReadonlyMap<string, string>;
  rows: readonly Row[];
  years: readonly number[];
}

/** As many lines as can be told apart. */
const most = 4;

function pick(release: Release, { site }: Around, wanted: readonly string[] = []): Picked {
  const measure = measures(release)[0]?.name ?? '';
  const time = (fieldOf(release, 'year') ?? fieldOf(release, 'date'))?.name;
  const place = fieldOf(release, 'place');
  const codes = place ? valuesOf(release.rows, place.name) : [];
  const known = codes.filter((code) => site.settings.places[code]?.colour !== undefined);
  const places = wanted.length > 0 ? wanted : (known.length > 0 ? known : codes).slice(0, most);
  const keys = release.fields.filter(({ name }) => release.primaryKey.includes(name) && name !== time);
  const series = places.length > 1 ? place : (keys.find(({ kind }) => kind === 'category') ?? place);
  let rows = release.rows.filter(
    (row) => row[measure] !== null && (!place || places.includes(String(row[place.name]))),
  );
  const fixed = new Map<string, string>();
  for (const { name } of keys) {
    if (name === series?.name) continue;
    const groups = [...Map.groupBy(rows, (row) => String(row[name]))];
    const [value, own] = groups.reduce((a, b) => (b[1].length > a[1].length ? b : a), ['', [] as Row[]]);
    fixed.set(name, value);
    rows = own;
  }
  const years = time
    ? valuesOf(rows, time)
        .map(Number)
        .sort((a, b) => a - b)
    : [];
  return { release, measure, time, series, places, fixed, rows, years };
}

interface Plan {
  spec: object;
  /** The rows that it draws. */
  rows: readonly Row[];
}

const spec = (
  { release, fixed, series, places }: Picked,
  more: object,
  filters: readonly object[] = [],
): object => {
  const chosen = series?.kind === 'place' ? [{ field: series.name, oneOf: places }] : [];
  const equal = [...fixed].map(([field, value]) => ({ field, equal: value }));
  const all = [...chosen, ...equal, ...filters];
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    data: { name: release.dataset },
    ...(all.length > 0 ? { transform: all.map((filter) => ({ filter })) } : {}),
    ...more,
  };
};

function linesOf(picked: Picked, mark: string): Plan {
  const { time, measure, series, rows, years } = picked;
  return {
    rows,
    spec: spec(picked, {
      mark: mark === 'point' ? { type: 'point', filled: true, opacity: 1 } : { type: mark },
      encoding: {
        x: {
          field: time,
          type: 'quantitative',
          scale: { domain: [years.at(0), years.at(-1)], nice: false },
          title: null,
        },
        y: { field: measure, type: 'quantitative' },
        ...(series ? { color: { field: series.name, type: 'nominal' } } : {}),
      },
    }),
  };
}

/** Bars of the newest year that all have, or of all years where there is one line of them only. */
function barsOf(picked: Picked): Plan {
  const { time, measure, series, rows, years } = picked;
  const count = (year: number) => rows.filter((row) => time && Number(row[time]) === year).length;
  const fullest = Math.max(0, ...years.map(count));
  const year = years.findLast((each) => count(each) === fullest);
  const value = { field: measure, type: 'quantitative' };
  if (time && fullest < 2)
    return {
      rows,
      spec: spec(picked, {
        mark: { type: 'bar' },
        encoding: { x: { field: time, type: 'ordinal', title: null }, y: value },
      }),
    };
  return {
    rows: time ? rows.filter((row) => Number(row[time]) === year) : rows,
    spec: spec(
      picked,
      {
        mark: { type: 'bar' },
        encoding: {
          y: { field: series?.name, type: 'nominal', sort: '-x', title: null },
          x: value,
          ...(series?.kind === 'place'
            ? { color: { field: series.name, type: 'nominal', legend: null } }
            : {}),
        },
      },
      time ? [{ field: time, equal: year }] : [],
    ),
  };
}

/** Words that hold in every language, being made of the data set's own: what is measured, where and when, and the values at both ends. */
function wordsOf(data: LocalizedDataset, picked: Picked, rows: readonly Row[]): Record<string, string> {
  const { measure, time, series, fixed } = picked;
  const field = data.field(measure);
  const show = (name: string | undefined, row: Row | undefined) =>
    (name === undefined ? undefined : data.field(name)?.show(row?.[name])) ?? '';
  const named = series ? Map.groupBy(rows, (row) => show(series.name, row)) : new Map([['', rows]]);
  const years = time ? valuesOf(rows, time).sort() : [];
  const span = [...new Set([years.at(0), years.at(-1)])].filter((year) => year !== undefined).join('–');
  const what = [
    field?.title ?? measure,
    ...(field?.unit ? [field.unit] : []),
    ...[...fixed.keys()].map((name) => show(name, rows[0])),
  ];
  const subtitle = [...what, ...named.keys(), span].filter((part) => part !== '').join(', ');
  const ends = [...named].map(([name, own]) => {
    const inOrder = time ? [...own].sort((a, b) => Number(a[time]) - Number(b[time])) : own;
    const values = (inOrder.length > 1 && time ? [inOrder.at(0), inOrder.at(-1)] : inOrder).map((row) =>
      time ? `${show(measure, row)} (${show(time, row)})` : show(measure, row),
    );
    return `${name === '' ? '' : `${name}: `}${values.join(' – ')}.`;
  });
  return { title: data.title, subtitle, description: [`${what.join(', ')}.`, ...ends].join(' ') };
}
