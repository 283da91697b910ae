import type { Release } from '../datasets/index.ts';
import type { Language } from '../i18n/index.ts';
import { type Addresses, type Locale, licenceAddress, releaseAnchor, type Site } from '../site/index.ts';
import type { Named, Work } from './work.ts';

/** What every work of a site is made with. */
export interface WorkContext {
  site: Site;
  addresses: Addresses;
  locale(language: Language): Locale;
  /** Whether briefs have a PDF. */
  prints: boolean;
  /** The licence of the site. */
  license: Named | undefined;
  absolute(path: string): string;
  publisher(locale: Locale): Work['publisher'];
  /** The absolute address of a work in each language that it has words in. */
  inLanguages(
    words: ReadonlyMap<Language, unknown>,
    at: (language: Language) => string,
  ): Map<Language, string>;
  releasePage(id: string, release: Release, language: Language): string;
  releasesNamed(releases: Iterable<[string, Release]>, locale: Locale): Named[];
}

export function makeWorkContext(
  given: Pick<WorkContext, 'site' | 'addresses' | 'locale' | 'prints'>,
): WorkContext {
  const { site, addresses } = given;
  const { settings, languages } = site;
  const absolute = (path: string) => new URL(path, settings.address).href;
  const releasePage = (id: string, { version }: Release, language: Language) =>
    `${addresses.dataset(language, id)}#${releaseAnchor(version)}`;
  return {
    ...given,
    license: { name: settings.license, address: licenceAddress(settings.license) },
    absolute,
    publisher: ({ words, language }) => ({
      name: words.publisher.name,
      address: absolute(addresses.home(language)),
      ror: settings.ror,
    }),
    inLanguages: (words, at) =>
      new Map(languages.filter((each) => words.has(each)).map((each) => [each, absolute(at(each))])),
    releasePage,
    releasesNamed: (releases, locale) =>
      [...releases].flatMap(([id, release]) => {
        const dataset = site.datasets.get(id);
        if (!dataset) return [];
        const { title } = locale.dataset(dataset, release);
        const name = `${title}, ${locale.message('chart.release', { version: release.version })}`;
        return [{ name, address: absolute(releasePage(id, release, locale.language)) }];
      }),
  };
}
