/** A BCP 47 tag as it stands in addresses and file names: `en`, `lo`, `zh-Hant`. */
export type Language = string;

export type Direction = 'ltr' | 'rtl';

export const isLanguage = (tag: string): boolean => {
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag;
  } catch {
    return false;
  }
};

/**
 * The CLDR locale that formats for a language. English without a region is the
 * international one (26 March 2025), which institutions outside the United States write.
 */
export const formatLocale = (language: Language): string => (language === 'en' ? 'en-001' : language);

/** The direction of the language's script, from CLDR. */
export function directionOf(language: Language): Direction {
  const locale = new Intl.Locale(language) as Intl.Locale & { getTextInfo(): { direction?: Direction } };
  return locale.getTextInfo().direction ?? 'ltr';
}

/** The attributes that mark a text in another language than what is around it; none where they agree. */
export const marked = (language: Language, around: Language): { lang?: Language; dir?: Direction } =>
  language === around ? {} : { lang: language, dir: directionOf(language) };

/** The language's name in a language; in itself where no other is given, as a switcher shows it. */
export const languageName = (language: Language, shownIn: Language = language): string => {
  const name = new Intl.DisplayNames(shownIn, { type: 'language' }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(shownIn) + name.slice(1);
};
