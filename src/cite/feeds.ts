import type { Brief } from '../briefs/index.ts';
import {
  type Addresses,
  briefLists,
  briefsAbout,
  type Locale,
  listName,
  placesShown,
  type Site,
} from '../site/index.ts';
import { atomFeed } from './feed.ts';
import type { Works } from './works.ts';

/** A feed as it is served: below its language it stands beside the page that lists the same. */
export interface FeedFile {
  /** Path of that page below the language: `places/lao/`; empty for the home page. */
  page: string;
  /** The name of what it is about; none for all briefs. */
  name: string | undefined;
  write(): string;
}

/** The feeds of a language: of all briefs, and of those about each place and topic. */
export function feedsOf(
  site: Site,
  { addresses, works, locale }: { addresses: Addresses; works: Works; locale: Locale },
): FeedFile[] {
  const { language, words, message } = locale;
  const home = addresses.home(language);
  const absolute = (path: string) => new URL(path, site.settings.address).href;
  const feed = (page: string, name: string | undefined, briefs: readonly Brief[]): FeedFile => ({
    page,
    name,
    write: () =>
      atomFeed({
        language,
        title: name === undefined ? words.name : `${words.name}: ${name}`,
        subtitle: words.tagline,
        address: absolute(addresses.feed(language, page)),
        page: absolute(`${home}${page}`),
        publisher: words.publisher.name,
        rights: message('site.license', { license: site.settings.license }),
        works: briefs.map((brief) => works.brief(brief, language)),
      }),
  });
  return [
    feed('', undefined, site.briefs),
    ...placesShown(site).map((code) =>
      feed(addresses.place(language, code).slice(home.length), locale.place(code), briefsAbout(site, code)),
    ),
    ...briefLists(site)
      .filter(({ by }) => by === 'topics')
      .map((list) =>
        feed(
          addresses.list(language, list.by, list.id).slice(home.length),
          listName(list, locale),
          list.briefs,
        ),
      ),
  ];
}
