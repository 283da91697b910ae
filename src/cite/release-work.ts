import type { Dataset, Release } from '../datasets/index.ts';
import type { Language } from '../i18n/index.ts';
import { licenceAddress } from '../site/index.ts';
import type { Work } from './work.ts';
import type { WorkContext } from './work-context.ts';
import { office, placesIn, unnumbered, yearsIn } from './work-parts.ts';

/** A release of a data set as a work. */
export function releaseWork(dataset: Dataset, release: Release, asked: Language, context: WorkContext): Work {
  const { site, addresses, absolute, publisher, inLanguages, releasePage } = context;
  const language = dataset.words.has(asked) ? asked : site.sourceLanguage;
  const locale = context.locale(language);
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
    translatedFrom: language === site.sourceLanguage ? undefined : site.sourceLanguage,
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
}
