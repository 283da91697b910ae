import type { Addresses } from './addresses.ts';
import { listings } from './lists.ts';
import type { Site } from './load.ts';
import type { Locale } from './locale.ts';

/** A page above another. */
export interface Above {
  title: string;
  address: string;
}

/** The pages above a page of a language, the home page first; none above the home page. */
export function trailOf(
  { briefs }: Pick<Site, 'briefs'>,
  addresses: Addresses,
  { language, message }: Locale,
  path: string,
): Above[] {
  if (path === '') return [];
  const home = addresses.home(language);
  const [folder = '', id = '', below] = path.split('/');
  const trail = [{ title: message('site.home'), address: home }];
  if (id === '') return trail;
  const onHome = (title: string) => [...trail, { title, address: `${home}#${folder}` }];
  const listing = listings.find((each) => each === folder);
  if (listing) return onHome(message(`site.${listing}`));
  if (folder === 'data') return onHome(message('site.data'));
  if (folder === 'charts') return onHome(message('chart.charts'));
  if (folder === 'places') return onHome(message('site.places'));
  if (folder === 'compare')
    return [...trail, { title: message('site.compare'), address: addresses.compare(language) }];
  const brief = folder === 'briefs' ? briefs.find(({ slug }) => slug === id) : undefined;
  if (!brief) return trail;
  const { kind } = brief.facts;
  const text = brief.translations.get(language) ?? brief.source;
  return [
    ...trail,
    { title: message(`kinds.${kind}.name`), address: addresses.list(language, 'kinds', kind) },
    ...(below ? [{ title: text.matter.title, address: addresses.brief(language, id) }] : []),
  ];
}
