import type { Brief } from '../briefs/index.ts';
import type { Diagnostic } from '../diagnostics/index.ts';
import { type Language, languageName } from '../i18n/index.ts';
import { translationState } from './state.ts';

type Finding = Omit<Diagnostic, 'rule' | 'severity'>;

/** Briefs that are not written in a language of the site. */
export function missingTranslations(briefs: readonly Brief[], languages: readonly Language[]): Finding[] {
  return each(briefs, languages, (brief, language) =>
    brief.translations.has(language)
      ? undefined
      : {
          file: brief.source.file,
          line: 1,
          column: 1,
          message: `This brief is not written in ${languageName(language, 'en')}; readers see it in ${languageName(brief.source.language, 'en')}, with a notice.`,
          hint: `For a translator: npm run translations -- export ${brief.slug} ${language}`,
        },
  );
}

/** Translations whose source has changed since: one finding each, at the first passage concerned. */
export function staleTranslations(briefs: readonly Brief[], languages: readonly Language[]): Finding[] {
  return each(briefs, languages, (brief, language) => {
    // Without a record nothing counts as stale.
    if (!brief.translations.get(language)?.record) return undefined;
    const { translation, stale, gone, behind } = translationState(brief, language);
    if (!translation || behind === 0) return undefined;
    const first = stale.find(({ own }) => own)?.own ?? gone.find(({ own }) => own)?.own;
    const lines = stale.map(({ source }) => source.at.line);
    return {
      file: translation.file,
      ...(first?.at ?? { line: 1, column: 1 }),
      message: `${behind === 1 ? '1 passage' : `${behind} passages`} of ${brief.source.file} changed since this was translated${stale.length > 0 ? ` (there in ${lines.length === 1 ? 'line' : 'lines'} ${[...new Set(lines)].join(', ')})` : ''}.`,
      hint: `What changed: npm run translations -- show ${brief.slug} ${language}. When the translation says it too: npm run translations -- accept ${brief.slug} ${language}`,
    };
  });
}

/** Translations of which nobody recorded what state of the source they were made from. */
export function unrecordedTranslations(briefs: readonly Brief[], languages: readonly Language[]): Finding[] {
  return each(briefs, languages, (brief, language) => {
    const translation = brief.translations.get(language);
    if (!translation || translation.record) return undefined;
    return {
      file: translation.file,
      line: 1,
      column: 1,
      message:
        'It is not recorded which state of the source this was made from, so nobody sees when it falls behind.',
      hint: `When it says what ${brief.source.file} says: npm run translations -- accept ${brief.slug} ${language}`,
    };
  });
}

/** Asks for every brief and every language but its own. */
const each = (
  briefs: readonly Brief[],
  languages: readonly Language[],
  find: (brief: Brief, language: Language) => Finding | undefined,
): Finding[] =>
  briefs.flatMap((brief) =>
    languages.flatMap((language) =>
      language === brief.source.language ? [] : (find(brief, language) ?? []),
    ),
  );
