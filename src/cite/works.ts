import type { Brief } from '../briefs/index.ts';
import type { Dataset, Release } from '../datasets/index.ts';
import type { Language } from '../i18n/index.ts';
import type { Chart, Site } from '../site/index.ts';
import { briefWork } from './brief-work.ts';
import { chartWork } from './chart-work.ts';
import { releaseWork } from './release-work.ts';
import type { Work } from './work.ts';
import { makeWorkContext, type WorkContext } from './work-context.ts';

/** The works of a site, each as it is said in a language; where it is not translated, in that of its source. */
export interface Works {
  brief(brief: Brief, language: Language): Work;
  chart(chart: Chart, language: Language): Work;
  dataset(dataset: Dataset, release: Release, language: Language): Work;
}

/** Gives the works of a site; `prints` says whether briefs have a PDF. */
export function makeWorks(site: Site, given: Pick<WorkContext, 'addresses' | 'locale' | 'prints'>): Works {
  const context = makeWorkContext({ site, ...given });
  const [briefs, charts, releases] = [memory<Work>(), memory<Work>(), memory<Work>()];
  return {
    brief: (brief, language) => briefs(brief, language, () => briefWork(brief, language, context)),
    chart: (chart, language) => charts(chart, language, () => chartWork(chart, language, context)),
    dataset: (dataset, release, language) =>
      releases(release, language, () => releaseWork(dataset, release, language, context)),
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
