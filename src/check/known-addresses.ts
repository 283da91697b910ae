import { citationFormats } from '../cite/index.ts';
import {
  briefPath,
  chartEditions,
  hasFeed,
  makeAddresses,
  pagesOf,
  redirectsOf,
  type Site,
  type SiteFiles,
} from '../site/index.ts';

/** Every address that a text may lead to: pages, the files beside them, and those for machines. */
export function knownAddresses(site: Site, { served }: Pick<SiteFiles, 'served'>): Set<string> {
  const { briefs, charts, datasets, languages } = site;
  const addresses = makeAddresses('/');
  const pages = [
    ...pagesOf(site).map(({ path }) => path),
    ...redirectsOf(site).map(({ from }) => from),
    ...[...charts.keys()].map((id) => `charts/${id}/embed/`),
  ];
  const records = [...citationFormats.map(({ extension }) => extension), 'linkset.json'];
  const cited = (page: string, id: string, words: ReadonlyMap<string, unknown>) =>
    [...words.keys()].flatMap((language) =>
      records.map((extension) =>
        addresses.citation(addresses.home(language) + page, id, language, extension),
      ),
    );
  return new Set([
    ...['', 'robots.txt', 'llms.txt', 'sitemap.xml', ...served].map((path) => `/${path}`),
    addresses.catalogue,
    addresses.dataPackage(),
    ...languages.flatMap((language) => [
      ...pages.map((path) => addresses.home(language) + path),
      ...pages.filter(hasFeed).map((path) => addresses.feed(language, path)),
    ]),
    ...briefs.flatMap((brief) => [
      ...[...brief.translations.keys()].flatMap((each) =>
        Object.values(addresses.briefFiles(each, brief.slug)),
      ),
      ...[brief, ...brief.earlier].flatMap((each) => cited(briefPath(each), each.slug, each.translations)),
    ]),
    ...[...charts.values()].flatMap((chart) => [
      ...cited(`charts/${chart.id}/`, chart.id, chart.words),
      ...chartEditions(site, chart).flatMap(({ versions }) =>
        languages.flatMap((language) =>
          chartFileNames(chart.source.datasets).map((name) =>
            addresses.chartFile(chart.id, `${language}.${name}`, versions),
          ),
        ),
      ),
    ]),
    ...[...datasets.values()].flatMap(({ id, words, releases }) => [
      addresses.dataPackage(id),
      ...cited(`data/${id}/`, id, words),
      ...[...releases.keys()].flatMap((version) =>
        (['json', 'csv'] as const).map((format) => addresses.release(id, version, format)),
      ),
    ]),
  ]);
}

/** What follows the language in the names of a chart's files. */
const chartFileNames = (datasets: readonly string[]): string[] => [
  'svg',
  'png',
  'json',
  'vl.json',
  ...(datasets.length === 1 ? ['csv'] : datasets.map((id) => `${id}.csv`)),
];
