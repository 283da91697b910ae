import type { Brief } from '../briefs/index.ts';
import { factsOf } from '../briefs/index.ts';
import { formatDate, formatDays, formatYear } from '../i18n/index.ts';
import type { Locale } from './locale.ts';

/** A line of a facts box: its label, and one or more texts. */
export interface ShownFact {
  label: string;
  texts: readonly string[];
}

/** The facts box of a brief in the words of a language. */
export function shownFacts(brief: Brief, locale: Locale): ShownFact[] {
  const { language, message } = locale;
  const own = brief.translations.get(language)?.matter.words ?? {};
  const word = (id: string) => own[id] ?? brief.source.matter.words[id] ?? id;

  return factsOf(brief.facts).map(({ label, value }): ShownFact => {
    const shown = (...texts: string[]) => ({ label: message(`kinds.${brief.facts.kind}.${label}`), texts });
    if ('words' in value) return shown(...value.words.map(word));
    if ('places' in value) return shown(...value.places.map(locale.place));
    if ('days' in value) return shown(formatDays(...value.days, language));
    if ('years' in value) {
      const [first, last] = value.years.map((year) => formatYear(year, language));
      return shown(message('facts.yearRange', { first: first ?? '', last: last ?? '' }));
    }
    if ('at' in value) {
      const place = locale.place(value.at.place);
      const { locality } = value.at;
      return shown(
        locality === undefined ? place : message('facts.atPlace', { locality: word(locality), place }),
      );
    }
    return shown(
      ...value.steps.map(({ step, who, by }) => {
        const date = by && formatDate(by, language);
        if (who && date) return message('facts.stepBy', { step: word(step), who: word(who), date });
        if (who) return message('facts.stepWho', { step: word(step), who: word(who) });
        return date ? message('facts.stepDate', { step: word(step), date }) : word(step);
      }),
    );
  });
}
