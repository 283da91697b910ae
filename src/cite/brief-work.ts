import { type Brief, briefPlaces, lastChange } from '../briefs/index.ts';
import type { Language } from '../i18n/index.ts';
import { type Locale, shownHistory, versionPath } from '../site/index.ts';
import type { Work, WorkVersions } from './work.ts';
import type { WorkContext } from './work-context.ts';
import { dayOf, genreOf, office, personIn, statusOf, yearsOf } from './work-parts.ts';

/** A text of a brief as a work; where it is not translated, that of its source. */
export function briefWork(brief: Brief, asked: Language, context: WorkContext): Work {
  const { addresses, absolute, prints, license, publisher, inLanguages, releasesNamed } = context;
  const { slug, facts, source, translations } = brief;
  const { language, matter } = translations.get(asked) ?? source;
  const locale = context.locale(language);
  const { place, topic } = locale;
  const at = (each: Language) => addresses.briefPage(each, brief);
  const files = addresses.briefFiles(language, slug);
  const own = publisher(locale);
  return {
    kind: 'brief',
    id: slug,
    language,
    title: matter.title,
    abstract: matter.summary,
    authors: facts.authors.length > 0 ? facts.authors.map((name) => personIn(facts, name)) : [office(own)],
    translator: matter.translator,
    publisher: own,
    genre: genreOf(brief, language, locale),
    published: facts.date,
    issued: dayOf(brief),
    modified: lastChange(facts),
    version: String(brief.version),
    digest: brief.digests.get(language),
    versions: versionsOf(brief, locale, context),
    status: statusOf(brief, matter),
    number: facts.number,
    doi: facts.doi,
    isbn: facts.isbn,
    series:
      facts.series === undefined
        ? undefined
        : {
            name: locale.series(facts.series),
            address: absolute(addresses.list(language, 'series', facts.series)),
          },
    address: absolute(at(language)),
    translations: inLanguages(translations, at),
    translatedFrom: language === source.language ? undefined : source.language,
    license,
    keywords: [...facts.topics.map(topic), ...facts.places.map(place)],
    places: briefPlaces(facts).map(place),
    period: yearsOf(brief),
    references: facts.references,
    data: releasesNamed(brief.releases, locale),
    files: brief.superseded
      ? {}
      : {
          ...(prints ? { pdf: { address: absolute(files.pdf), mediaType: 'application/pdf' } } : {}),
          markdown: { address: absolute(files.markdown), mediaType: 'text/markdown' },
          picture: { address: absolute(files.picture), mediaType: 'image/png' },
        },
  };
}

/** The versions of a brief around this one; what was corrected is said on each of them. */
function versionsOf(brief: Brief, locale: Locale, { site, addresses, absolute }: WorkContext): WorkVersions {
  const { slug, version } = brief;
  const present = site.briefs.find((each) => each.slug === slug) ?? brief;
  const at = (number: number) => absolute(addresses.home(locale.language) + versionPath(slug, number));
  const all = [...present.earlier.map((each) => each.version).reverse(), present.version];
  const neighbour = (number: number) => (all.includes(number) ? at(number) : undefined);
  return {
    latest: absolute(addresses.brief(locale.language, slug)),
    all: all.map(at),
    own: at(version),
    before: neighbour(version - 1),
    after: neighbour(version + 1),
    corrections: shownHistory(present, locale).flatMap(({ kind, date, label, note }) =>
      kind === 'corrected' ? [{ date, text: note?.text ?? label }] : [],
    ),
  };
}
