import type { Brief, Translation } from '../briefs/index.ts';
import { formatDate, formatYear, languageName } from '../i18n/index.ts';
import type { Locale } from './locale.ts';

/** What the text of a citation gives way to the address at, so that a page can make a link of it. */
const addressSlot = '\u{e000}';

/**
 * How to cite a text of a brief, in its own language: publisher, year, title,
 * kind, date, and which of the languages it is. The address goes between the two parts.
 */
export function citation(
  { facts, source }: Brief,
  { language, matter }: Translation,
  { message, words }: Locale,
): [before: string, after: string] {
  const named = { language: languageName(language, language) };
  const version = [
    language === source.language
      ? message('brief.original', named)
      : message('brief.translation', { ...named, source: languageName(source.language, language) }),
    ...(matter.state === 'draft' ? [message('brief.draft')] : []),
  ];
  const [before = '', after = ''] = message('brief.citation', {
    author: words.publisher.name,
    year: formatYear(Number(facts.date.slice(0, 4)), language),
    title: matter.title,
    kind: message(`kinds.${facts.kind}.name`),
    date: formatDate(facts.date, language),
    version: version.join(', '),
    address: addressSlot,
  }).split(addressSlot);
  return [before, after];
}
