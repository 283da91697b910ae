import { writeFile } from 'node:fs/promises';
import { findStat, statQuery } from '../../briefs/index.ts';
import { Failure } from '../../diagnostics/index.ts';
import { makeLocale, shownStat } from '../../site/index.ts';
import { type Shown, translationState, writeXliff } from '../../translations/index.ts';
import { type Command, fromHere } from '../arguments.ts';
import { counted } from '../data/columns.ts';
import { findTranslation, oneTranslation, readSite } from './find-translation.ts';

export const exportFile: Command = {
  name: 'export',
  does: 'Writes a brief for a translator, as an XLIFF 2 file with what is translated already.',
  takes: oneTranslation,
  options: {
    out: { value: 'FILE', does: 'the file (default: SLUG.LANGUAGE.xliff here)' },
    stale: { does: 'only what changed in the source since' },
  },
  async run({ site: folder, text, flag, taken }) {
    const { site } = await readSite(folder);
    const { brief, language } = findTranslation(site, taken[0], taken[1]);
    const { passages, stale } = translationState(brief, language);
    const staleOnly = flag('stale');
    if (staleOnly && stale.length === 0)
      throw new Failure(
        `Nothing is stale in ${brief.slug} in ${language}. Without --stale all of it is written.`,
      );
    const locales = new Map(site.languages.map((each) => [each, makeLocale(site, each)]));
    const shown: Shown = ({ name, attributes }, its) => {
      if (name !== 'Stat') return undefined;
      const query = statQuery(attributes);
      const dataset = site.datasets.get(query.dataset);
      const release = brief.releases.get(query.dataset);
      const answer = release && findStat(query, release);
      const locale = locales.get(its);
      if (!dataset || !release || !locale || !answer || 'problem' in answer) return undefined;
      return shownStat(query, answer.found, locale.dataset(dataset, release), locale).text;
    };
    const out = fromHere(text('out') ?? `${brief.slug}.${language}.xliff`) ?? '';
    await writeFile(out, writeXliff(brief, language, { staleOnly, shown }));
    console.log(
      `${out}\n${counted((staleOnly ? stale : passages).length, 'passage')}, ${stale.length} to translate.`,
    );
    return 0;
  },
};
