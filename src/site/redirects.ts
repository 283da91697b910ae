import type { Language } from '../i18n/index.ts';
import { type Addresses, briefPath, versionPath } from './addresses.ts';
import type { Site } from './load.ts';

/** An address that leads to another page; both are paths below the language, with a slash at the end. */
export interface Redirect {
  from: string;
  to: string;
  /** Whether it will always do so: a moved page, not a version that is the present one for now. */
  forGood: boolean;
}

/** Addresses that lead elsewhere in every language: those that a brief had before, and that of its present version. */
export const redirectsOf = ({ briefs }: Pick<Site, 'briefs'>): Redirect[] =>
  briefs.flatMap((brief) => {
    const { slug, version, superseded, facts, earlier } = brief;
    const to = briefPath(brief);
    return [
      { from: versionPath(slug, version), to, forGood: false },
      ...facts.aliases.flatMap((alias) => [
        { from: briefPath({ slug: alias, version, superseded }), to, forGood: true },
        ...earlier.map((each) => ({
          from: briefPath({ slug: alias, version: each.version, superseded: each.superseded }),
          to: briefPath(each),
          forGood: true,
        })),
      ]),
    ];
  });

/** Paths of moved briefs and where each leads: the pages, and the files that stand beside them. */
export function movedPaths(
  site: Pick<Site, 'briefs' | 'languages'>,
  { home, briefFiles }: Addresses,
): (readonly [from: string, to: string])[] {
  const pages = redirectsOf(site).filter(({ forGood }) => forGood);
  const filesOf = (language: Language, slug: string) => Object.values(briefFiles(language, slug));
  return site.languages.flatMap((language) => [
    ...pages.map(({ from, to }) => [`${home(language)}${from}`, `${home(language)}${to}`] as const),
    ...site.briefs
      .filter(({ translations }) => translations.has(language))
      .flatMap(({ slug, facts }) =>
        facts.aliases.flatMap((alias) => {
          const files = filesOf(language, slug);
          return filesOf(language, alias).map((from, n) => [from, files[n] ?? ''] as const);
        }),
      ),
  ]);
}
