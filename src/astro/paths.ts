import { currentEdition } from './edition.ts';

/** Paths of a page that stands once in each language. */
export const inEachLanguage = () =>
  currentEdition().site.languages.map((language) => ({ params: { language } }));

/** Paths of pages that stand in each language, one for each id. */
export const inEachLanguageAnd = <Name extends string>(name: Name, ids: Iterable<string>) => {
  const { languages } = currentEdition().site;
  return [...ids].flatMap((id) =>
    languages.map((language) => ({ params: { language, [name]: id } as Record<'language' | Name, string> })),
  );
};

export type ReleaseParams = Record<'dataset' | 'version', string>;

/** Paths of the files of every release. */
export const eachRelease = () =>
  [...currentEdition().site.datasets.values()].flatMap(({ id, releases }) =>
    [...releases.keys()].map((version) => ({ params: { dataset: id, version } satisfies ReleaseParams })),
  );
