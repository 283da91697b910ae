import type { Brief } from '../briefs/index.ts';
import { redirectsOf } from '../site/index.ts';
import { currentEdition } from './edition.ts';

/** Paths of a page that stands once in each language. */
export const inEachLanguage = () => languages().map((language) => ({ params: { language } }));

/** Paths of pages that stand in each language, one for each id. */
export const inEachLanguageAnd = <Name extends string>(name: Name, ids: Iterable<string>) =>
  [...ids].flatMap((id) =>
    languages().map((language) => ({
      params: { language, [name]: id } as Record<'language' | Name, string>,
    })),
  );

/** Paths of what stands in each language for each brief. */
export const eachBrief = () => {
  const { site } = currentEdition();
  return site.briefs.flatMap(({ slug }) => languages().map((language) => ({ params: { language, slug } })));
};

/** Paths of what stands in each language for each version that another has taken the place of. */
export const eachEarlierVersion = () =>
  currentEdition().site.briefs.flatMap(({ slug, earlier }) =>
    earlier.flatMap((brief) =>
      languages().map((language) => ({ params: { language, slug, version: String(brief.version) } })),
    ),
  );

/** The version of a brief at one of these paths. */
export function earlierVersion({ slug, version }: { slug: string; version: string }): Brief {
  const brief = currentEdition().site.briefs.find((each) => each.slug === slug);
  const earlier = brief?.earlier.find((each) => String(each.version) === version);
  if (!earlier) throw new Error(`No version ${version} of ${slug}`);
  return earlier;
}

/** Paths of the pages that lead to others, without the slash at their end. */
export const eachRedirect = () =>
  redirectsOf(currentEdition().site).flatMap(({ from }) =>
    languages().map((language) => ({ params: { moved: `${language}/${from.slice(0, -1)}` } })),
  );

export type ReleaseParams = Record<'dataset' | 'version', string>;

/** Paths of the files of every release. */
export const eachRelease = () =>
  [...currentEdition().site.datasets.values()].flatMap(({ id, releases }) =>
    [...releases.keys()].map((version) => ({ params: { dataset: id, version } satisfies ReleaseParams })),
  );

/** Paths of what stands once for each data set. */
export const eachDataset = () =>
  [...currentEdition().site.datasets.keys()].map((dataset) => ({ params: { dataset } }));

const languages = () => currentEdition().site.languages;
