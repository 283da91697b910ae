import type { Brief } from '../../briefs/index.ts';
import { didYouMean, Failure, reportText } from '../../diagnostics/index.ts';
import { isCalendarDate, type Language } from '../../i18n/index.ts';
import { loadSite, type Site, type SiteFiles } from '../../site/index.ts';
import type { Command, Given, Option } from '../arguments.ts';
import { today } from '../today.ts';

/** What the commands about one translation take. */
export const oneTranslation: NonNullable<Command['takes']> = [
  { name: 'SLUG', does: 'the brief, by the name of its folder' },
  { name: 'LANGUAGE', does: 'the language of the translation, such as lo' },
];

export const date: Option = { value: 'DAY', does: 'the day that is recorded (default: today)' };

/** The day that is to be recorded. */
export function dayOf(given: Given): string {
  const day = given.text('date') ?? today();
  if (day.length !== 10 || !isCalendarDate(day))
    throw new Failure(`“${day}” is no day. Write it as 2026-11-24.`);
  return day;
}

/** Reads a site whose content can be understood. */
export async function readSite(folder: string): Promise<{ site: Site; files: SiteFiles }> {
  const { site, files, diagnostics } = await loadSite(folder);
  if (site) return { site, files };
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  throw new Failure(
    `${reportText(errors, (file) => files.texts.get(file)?.text)}\n\nMend these first. Nothing was written.`,
  );
}

/** The brief and the language that are meant. */
export function findTranslation(
  site: Site,
  slug: string | undefined,
  language: string | undefined,
): { brief: Brief; language: Language } {
  const slugs = site.briefs.map((each) => each.slug);
  const brief = site.briefs.find((each) => each.slug === slug);
  if (!brief)
    throw new Failure(
      `${slug ? `There is no brief ${slug}.` : 'Name a brief and a language.'} ${didYouMean(slug ?? '', slugs, 'briefs')}`,
    );
  const languages = site.languages.filter((each) => each !== brief.source.language);
  if (language === brief.source.language)
    throw new Failure(`${brief.slug} was written in ${language}, which is no translation.`);
  if (!language || !languages.includes(language))
    throw new Failure(
      `${language ? `The site is not in ${language}.` : 'Name a language too.'} ${didYouMean(language ?? '', languages, 'languages')}`,
    );
  return { brief, language };
}
