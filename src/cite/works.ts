import { type Brief, briefPlaces, lastChange } from '../briefs/index.ts';
import type { Dataset, Release } from '../datasets/index.ts';
import type { Language } from '../i18n/index.ts';
import {
  type Addresses,
  type Chart,
  chartEdition,
  type Locale,
  licenceAddress,
  releaseAnchor,
  type Site,
  shownHistory,
  sourceText,
  versionPath,
} from '../site/index.ts';
import type { Named, Work, WorkVersions } from './work.ts';
import {
  dayOf,
  genreOf,
  newestOf,
  office,
  personIn,
  placesIn,
  statusOf,
  unnumbered,
  yearsIn,
  yearsOf,
} from './work-parts.ts';

/** The works of a site, each as it is said in a language; where it is not translated, in that of its source. */
export interface Works {
  brief(brief: Brief, language: Language): Work;
  chart(chart: Chart, language: Language): Work;
  dataset(dataset: Dataset, release: Release, language: Language): Work;
}

/** Gives the works of a site; `prints` says whether briefs have a PDF. */
export function makeWorks(
  site: Site,
  {
    addresses,
    locale: localeOf,
    prints,
  }: { addresses: Addresses; locale(language: Language): Locale; prints: boolean },
): Works {
  const { settings, sourceLanguage, languages } = site;
  const absolute = (path: string) => new URL(path, settings.address).href;
  const license = { name: settings.license, address: licenceAddress(settings.license) };
  const publisher = ({ words, language }: Locale): Work['publisher'] => ({
    name: words.publisher.name,
    address: absolute(addresses.home(language)),
    ror: settings.ror,
  });
  const shownIn = (words: ReadonlyMap<Language, unknown>, language: Language): Language =>
    words.has(language) ? language : sourceLanguage;
  const inLanguages = (words: ReadonlyMap<Language, unknown>, at: (language: Language) => string) =>
    new Map(languages.filter((each) => words.has(each)).map((each) => [each, absolute(at(each))]));
  const releasesNamed = (releases: Iterable<[string, Release]>, locale: Locale): Named[] =>
    [...releases].flatMap(([id, release]) => {
      const dataset = site.datasets.get(id);
      if (!dataset) return [];
      const { title } = locale.dataset(dataset, release);
      const name = `${title}, ${locale.message('chart.release', { version: release.version })}`;
      return [{ name, address: absolute(releasePage(id, release, locale.language)) }];
    });
  const releasePage = (id: string, { version }: Release, language: Language) =>
    `${addresses.dataset(language, id)}#${releaseAnchor(version)}`;

  /** The versions of a brief around this one; what was corrected is said on each of them. */
  const versionsOf = (brief: Brief, locale: Locale): WorkVersions => {
    const { slug, version } = brief;
    const present = site.briefs.find((each) => each.slug === slug) ?? brief;
    const at = (number: number) => absolute(addresses.home(locale.language) + versionPath(slug, number));
    const all = [...present.earlier.map((each) => each.version).reverse(), present.version];
    const neighbour = (number: number) => (all.includes(number) ? at(number) : undefined);
    return {
      latest: absolute(addresses.brief(locale.language, slug)),
      all: all.map(at),
      own: at(version),
      before: neighbour(version - 1),
      after: neighbour(version + 1),
      corrections: shownHistory(present, locale).flatMap(({ kind, date, label, note }) =>
        kind === 'corrected' ? [{ date, text: note?.text ?? label }] : [],
      ),
    };
  };

  const works: Works = {
    brief(brief, asked) {
      const { slug, facts, source, translations } = brief;
      const { language, matter } = translations.get(asked) ?? source;
      const locale = localeOf(language);
      const { place, topic } = locale;
      const at = (each: Language) => addresses.briefPage(each, brief);
      const files = addresses.briefFiles(language, slug);
      const own = publisher(locale);
      return {
        kind: 'brief',
        id: slug,
        language,
        title: matter.title,
        abstract: matter.summary,
        authors:
          facts.authors.length > 0 ? facts.authors.map((name) => personIn(facts, name)) : [office(own)],
        translator: matter.translator,
        publisher: own,
        genre: genreOf(brief, language, locale),
        published: facts.date,
        issued: dayOf(brief),
        modified: lastChange(facts),
        version: String(brief.version),
        digest: brief.digests.get(language),
        versions: versionsOf(brief, locale),
        status: statusOf(brief, matter),
        number: facts.number,
        doi: facts.doi,
        isbn: facts.isbn,
        series:
          facts.series === undefined
            ? undefined
            : {
                name: locale.series(facts.series),
                address: absolute(addresses.list(language, 'series', facts.series)),
              },
        address: absolute(at(language)),
        translations: inLanguages(translations, at),
        translatedFrom: language === source.language ? undefined : source.language,
        license,
        keywords: [...facts.topics.map(topic), ...facts.places.map(place)],
        places: briefPlaces(facts).map(place),
        period: yearsOf(brief),
        references: facts.references,
        data: releasesNamed(brief.releases, locale),
        files: brief.superseded
          ? {}
          : {
              ...(prints ? { pdf: { address: absolute(files.pdf), mediaType: 'application/pdf' } } : {}),
              markdown: { address: absolute(files.markdown), mediaType: 'text/markdown' },
              picture: { address: absolute(files.picture), mediaType: 'image/png' },
            },
      };
    },

    chart(chart, asked) {
      const locale = localeOf(asked);
      const { words, language } = locale.chartWords(chart);
      const own = localeOf(language);
      const { releases } = chartEdition(site, chart);
      const data = [...releases].flatMap(([id, release]) => {
        const dataset = site.datasets.get(id);
        return dataset ? [own.dataset(dataset, release)] : [];
      });
      const at = (each: Language) => addresses.chart(each, chart.id);
      const date = newestOf([...releases.values()].map(({ about }) => about.created));
      return {
        kind: 'chart',
        id: chart.id,
        language,
        title: words.title,
        abstract: words.description,
        ...unnumbered,
        authors: [office(publisher(own))],
        publisher: publisher(own),
        genre: `${own.message('cite.chart')}. ${sourceText(data, own)}`,
        published: date,
        issued: date,
        modified: date,
        version: undefined,
        digest: undefined,
        address: absolute(at(language)),
        translations: inLanguages(chart.words, at),
        translatedFrom: language === sourceLanguage ? undefined : sourceLanguage,
        license,
        keywords: [],
        places: [],
        period: undefined,
        references: [],
        data: releasesNamed(releases, own),
        files: {
          picture: {
            address: absolute(addresses.chartFile(chart.id, `${language}.png`)),
            mediaType: 'image/png',
          },
        },
      };
    },

    dataset(dataset, release, asked) {
      const language = shownIn(dataset.words, asked);
      const locale = localeOf(language);
      const { title, description, publisher: source } = locale.dataset(dataset, release);
      const [licence] = release.about.licenses ?? [];
      const path = licence && (licence.path ?? licenceAddress(licence.name));
      return {
        kind: 'dataset',
        id: dataset.id,
        language,
        title,
        abstract: description,
        ...unnumbered,
        authors: [office({ name: source })],
        publisher: publisher(locale),
        genre: locale.message('dataset.kind'),
        published: release.about.created,
        issued: release.about.created,
        modified: release.about.created,
        version: release.version,
        digest: release.digest.replace('sha256:', ''),
        address: absolute(releasePage(dataset.id, release, language)),
        translations: inLanguages(dataset.words, (each) => releasePage(dataset.id, release, each)),
        translatedFrom: language === sourceLanguage ? undefined : sourceLanguage,
        license: licence && path ? { name: licence.title ?? licence.name, address: path } : undefined,
        keywords: [],
        places: placesIn(release).map(locale.place),
        period: yearsIn(release),
        references: [],
        data: [],
        files: {
          rows: (['csv', 'json'] as const).map((format) => ({
            address: absolute(addresses.release(dataset.id, release.version, format)),
            mediaType: format === 'csv' ? 'text/csv' : 'application/json',
          })),
        },
      };
    },
  };
  const [briefs, charts, releases] = [memory<Work>(), memory<Work>(), memory<Work>()];
  return {
    brief: (brief, language) => briefs(brief, language, () => works.brief(brief, language)),
    chart: (chart, language) => charts(chart, language, () => works.chart(chart, language)),
    dataset: (dataset, release, language) =>
      releases(release, language, () => works.dataset(dataset, release, language)),
  };
}

/** Makes what is asked for once for each object and language. */
function memory<T>() {
  const known = new WeakMap<object, Map<Language, T>>();
  return (of: object, language: Language, make: () => T): T => {
    const own = known.get(of) ?? new Map<Language, T>();
    known.set(of, own);
    const made = own.get(language) ?? make();
    own.set(language, made);
    return made;
  };
}
