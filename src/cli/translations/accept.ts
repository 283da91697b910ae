import type { Brief } from '../../briefs/index.ts';
import { didYouMean, Failure } from '../../diagnostics/index.ts';
import type { Language } from '../../i18n/index.ts';
import {
  acceptPassages,
  passagesOf,
  recordFile,
  recordText,
  translationState,
} from '../../translations/index.ts';
import type { Command } from '../arguments.ts';
import { counted } from '../data/columns.ts';
import { date, dayOf, findTranslation, oneTranslation, readSite } from './find-translation.ts';
import { writeTexts } from './write-texts.ts';

export const accept: Command = {
  name: 'accept',
  does: 'Records that a translation says what its source says now.',
  takes: [
    ...oneTranslation.slice(0, 1),
    { name: 'LANGUAGE', does: 'the language of the translation, such as lo; or all' },
    { name: '[PASSAGES]', does: 'these alone, with commas between: title,12 (default: the whole of it)' },
  ],
  options: { date },
  async run(given) {
    const { site, files } = await readSite(given.site);
    const [slug, named, passages] = given.taken;
    const day = dayOf(given);
    const brief = site.briefs.find((each) => each.slug === slug);
    const translated = [...(brief?.translations.keys() ?? [])].filter(
      (each) => each !== brief?.source.language,
    );
    if (brief && named === 'all' && translated.length === 0)
      throw new Failure(`${brief.slug} has no translations yet.`);
    const languages = brief && named === 'all' ? translated : [named];
    const chosen = languages.map((language) => findTranslation(site, slug, language));
    const texts = chosen.map(({ brief, language }) => {
      const text = recordText(accepted(brief, language, passages?.split(','), day));
      return [recordFile(brief.slug, language), text] as const;
    });
    await writeTexts(files, new Map(texts));
    const { site: after } = await readSite(given.site);
    for (const { brief, language } of chosen) {
      const {
        translation,
        passages: all,
        behind,
      } = translationState(findTranslation(after, brief.slug, language).brief, language);
      console.log(
        `${translation?.file}: ${behind === 0 ? 'up to date' : `stale in ${counted(behind, 'passage')}`}.`,
      );
      if (all.some(({ own, source, state }) => !own && source.block && state !== 'new'))
        console.log(
          `  Its passages are not those of ${brief.source.file}, so exchange files come without its words. Bring them into the same order.`,
        );
    }
    return 0;
  },
};

function accepted(brief: Brief, language: Language, named: readonly string[] | undefined, day: string) {
  const source = passagesOf(brief.source);
  const translation = brief.translations.get(language);
  if (!translation)
    throw new Failure(
      `${brief.slug} is not written in ${language}. For a translator: npm run translations -- export ${brief.slug} ${language}`,
    );
  if (!named) return acceptPassages(source, translation.record, { ids: 'all', day });
  const ids = source.map(({ id }) => id);
  const unknown = named.find((id) => !ids.includes(id));
  if (unknown !== undefined)
    throw new Failure(`There is no passage ${unknown}. ${didYouMean(unknown, ids, 'passages')}`);
  if (!translation.record)
    throw new Failure(
      `Nothing is recorded of ${translation.file} yet. Accept the whole of it first: npm run translations -- accept ${brief.slug} ${language}`,
    );
  return acceptPassages(source, translation.record, { ids: new Set(named), day });
}
