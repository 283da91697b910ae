import { chartRows, framedSpec } from '../charts/index.ts';
import { type Release, toCommentedCsv } from '../datasets/index.ts';
import { formatDate, type Language } from '../i18n/index.ts';
import { type Chart, type ChartEdition, type Locale, sourceText } from '../site/index.ts';
import { chartPictures } from './chart-pictures.ts';
import type { DrawnChart, Edition } from './edition.ts';

/** A chart in one language as a file to be taken away. */
export interface ChartFile {
  /** Its name at the chart's address: `lo.svg`; `lo.<data set>.csv` where there are several. */
  name: string;
  format: 'SVG' | 'PNG' | 'CSV' | 'JSON' | 'Vega-Lite';
  mediaType: string;
  /** The title of the data set, where there are several. */
  dataset?: string | undefined;
  make(): Promise<Uint8Array>;
}

/** The files of a chart in a language: pictures, the rows that it draws as CSV and JSON, and its spec. */
export async function chartDownloads(
  edition: Edition,
  chart: Chart,
  language: Language,
  { releases }: Pick<ChartEdition, 'releases'>,
): Promise<ChartFile[]> {
  const drawn = await edition.chart(chart, language, releases);
  const rows = await rowsDrawn(chart, drawn, releases);
  const picture = async (format: 'svg' | 'png') =>
    (await chartPictures(edition, chart, language, drawn, releases))[format];
  const files: ChartFile[] = [
    { name: 'svg', format: 'SVG', mediaType: 'image/svg+xml', make: () => picture('svg') },
    { name: 'png', format: 'PNG', mediaType: 'image/png', make: () => picture('png') },
    ...rows.map(
      ({ release, table, title }): ChartFile => ({
        name: rows.length === 1 ? 'csv' : `${release.dataset}.csv`,
        format: 'CSV',
        mediaType: 'text/csv; charset=utf-8',
        dataset: rows.length === 1 ? undefined : title,
        make: async () =>
          Buffer.from(toCommentedCsv(table, csvHead(edition, chart, edition.locale(language), release))),
      }),
    ),
    {
      name: 'json',
      format: 'JSON',
      mediaType: 'application/json',
      make: async () =>
        Buffer.from(`${JSON.stringify(packageOf(edition, chart, language, rows), null, 2)}\n`),
    },
    {
      name: 'vl.json',
      format: 'Vega-Lite',
      mediaType: 'application/json',
      make: () => specFile(edition, chart, language, drawn, releases),
    },
  ];
  return files.map((file) => ({ ...file, name: `${language}.${file.name}` }));
}

/** The rows that a chart draws of one release. */
interface DrawnRows {
  release: Release;
  table: Pick<Release, 'fields' | 'rows'>;
  title: string;
}

async function rowsDrawn(
  chart: Chart,
  { data }: DrawnChart,
  releases: ReadonlyMap<string, Release>,
): Promise<DrawnRows[]> {
  const rows = await chartRows({ chart: chart.source, data });
  return [...rows].flatMap(([id, shown]) => {
    const release = releases.get(id);
    const title = data.get(id)?.title ?? id;
    return release && shown.length > 0
      ? [{ release, title, table: { fields: release.fields, rows: shown } }]
      : [];
  });
}

/** What stands above the rows: what they are, and where they come from. */
function csvHead(edition: Edition, chart: Chart, locale: Locale, release: Release): string[] {
  const { message, language, dataset } = locale;
  const { words } = locale.chartWords(chart);
  const { about, version } = release;
  const own = edition.site.datasets.get(release.dataset);
  const labelled = (label: string, text: string) => `${label}: ${text}`;
  return [
    words.title,
    words.subtitle,
    ...(own ? [sourceText([dataset(own, release)], locale)] : []),
    labelled(message('dataset.published'), `${formatDate(about.created, language)} (${version})`),
    ...about.sources.map(({ title, version, path, retrievedFrom }) =>
      labelled(message('dataset.source'), [title, version, path, retrievedFrom].filter(Boolean).join('; ')),
    ),
    labelled(message('dataset.license'), licenceText(release, locale)),
    labelled(message('brief.address'), pageOf(edition, chart, language)),
  ];
}

const licenceText = ({ about: { licenses, licenseNote } }: Release, { message }: Locale): string =>
  [
    ...(licenses ?? []).map(({ name, title, path }) => [title ?? name, path].filter(Boolean).join(', ')),
    ...(licenseNote ? [`${message('dataset.licenseUnchecked')}. ${licenseNote}`] : []),
  ].join('; ');

const absolute = ({ site }: Edition, path: string): string => new URL(path, site.settings.address).href;

const pageOf = (edition: Edition, { id }: Chart, language: Language): string =>
  absolute(edition, edition.addresses.chart(language, id));

/** The rows as a Data Package (https://datapackage.org/standard/data-package/), a resource for each data set. */
function packageOf(
  edition: Edition,
  chart: Chart,
  language: Language,
  rows: readonly DrawnRows[],
): Record<string, unknown> {
  const { title, subtitle } = edition.locale(language).chartWords(chart).words;
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: `${chart.id}.${language.toLowerCase()}`,
    title,
    description: subtitle,
    homepage: pageOf(edition, chart, language),
    resources: rows.map(({ release, table, title }) => {
      const { path, ...origin } = originOf(edition, release);
      return {
        ...origin,
        title,
        release: path,
        schema: {
          fields: table.fields.map(({ name, kind, unit }) => ({ name, type: fieldTypes[kind], unit })),
          primaryKey: release.primaryKey,
        },
        data: table.rows,
      };
    }),
  };
}

const fieldTypes: Readonly<Record<Release['fields'][number]['kind'], string>> = {
  place: 'string',
  category: 'string',
  text: 'string',
  year: 'year',
  date: 'date',
  measure: 'number',
  flag: 'boolean',
};

/** The spec of a drawn chart as a file that any Vega editor opens. */
export async function specFile(
  edition: Edition,
  chart: Chart,
  language: Language,
  { data, spec }: DrawnChart,
  releases: ReadonlyMap<string, Release>,
): Promise<Uint8Array> {
  const { title, subtitle, description } = edition.locale(language).chartWords(chart).words;
  const usermeta = {
    page: pageOf(edition, chart, language),
    data: [...data.keys()].flatMap((id) => {
      const release = releases.get(id) ?? edition.site.datasets.get(id)?.newest;
      return release ? [originOf(edition, release)] : [];
    }),
  };
  return Buffer.from(
    `${JSON.stringify(await framedSpec(spec, { title, subtitle, description, usermeta }))}\n`,
  );
}

/** Where the rows of a release come from, in the words of the Data Package standard, which the release itself follows. */
function originOf(edition: Edition, { about, dataset }: Release): Record<string, unknown> {
  const { name, version, title, created, licenses, licenseNote } = about;
  const sources = about.sources.map(({ title, path, version }) => ({ title, path, version }));
  const path = absolute(edition, edition.addresses.release(dataset, version, 'json'));
  return { name, version, path, title, created, sources, licenses, licenseNote };
}
