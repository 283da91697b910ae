import { type Brief, briefPlaces } from '../briefs/index.ts';
import { type Language, placeName } from '../i18n/index.ts';
import {
  briefLists,
  briefsAbout,
  briefsWithChart,
  briefsWithData,
  type Locale,
  listName,
  placesShown,
  type Site,
  termAnchor,
} from '../site/index.ts';
import { briefSections } from './brief-sections.ts';
import type { RecordKind } from './format.ts';
import { spellings } from './spellings.ts';

/** A part of a page that can be shown by itself. */
export interface Section {
  /** Where it stands on the page; empty for its beginning. */
  anchor: string;
  heading: string;
  text: string;
  /** Other words under which it is found. */
  also: readonly string[];
}

/** A page that can be found, or a term of the glossary. */
export interface SearchRecord {
  kind: RecordKind;
  /** Of its page, below the language. */
  path: string;
  /** That of its words. */
  language: Language;
  title: string;
  /** Other names under which it is found. */
  also: readonly string[];
  places: readonly string[];
  topics: readonly string[];
  year: number | undefined;
  /** At least one. */
  sections: readonly Section[];
}

/** All that readers of a language can find. */
export function searchRecords(
  site: Site,
  language: Language,
  localeOf: (language: Language) => Locale,
): SearchRecord[] {
  const locale = localeOf(language);
  const { message } = locale;
  const alsoIn = spellings(site, locale);
  const section = (...texts: readonly (string | undefined)[]): Section[] => {
    const text = texts.filter(Boolean).join('\n');
    return [{ anchor: '', heading: '', text, also: alsoIn(text) }];
  };
  const topicsOf = (briefs: readonly Brief[]) => [...new Set(briefs.flatMap(({ facts }) => facts.topics))];
  const placesOf = (briefs: readonly Brief[]) => [
    ...new Set(briefs.flatMap(({ facts }) => briefPlaces(facts))),
  ];
  const none = { also: [], places: [], topics: [], year: undefined };
  const yearOf = (date: string) => Number(date.slice(0, 4));

  const briefs = site.briefs.map((brief): SearchRecord => {
    const translation = brief.translations.get(language) ?? brief.source;
    return {
      ...none,
      kind: 'brief',
      path: `briefs/${brief.slug}/`,
      language: translation.language,
      title: translation.matter.title,
      places: briefPlaces(brief.facts),
      topics: brief.facts.topics,
      year: yearOf(brief.facts.date),
      sections: briefSections(site, brief, translation, localeOf(translation.language)).map((each) => ({
        ...each,
        also: alsoIn(each.text),
      })),
    };
  });
  const charts = [...site.charts.values()].map((chart): SearchRecord => {
    const { words, language: own } = locale.chartWords(chart);
    const shownIn = briefsWithChart(site, chart.id);
    return {
      ...none,
      kind: 'chart',
      path: `charts/${chart.id}/`,
      language: own,
      title: words.title,
      places: placesOf(shownIn),
      topics: topicsOf(shownIn),
      sections: section(
        words.subtitle,
        words.description,
        ...(words.notes ?? []),
        ...Object.values(words.words ?? {}),
      ),
    };
  });
  const datasets = [...site.datasets.values()].map((dataset): SearchRecord => {
    const data = locale.dataset(dataset, dataset.newest);
    const placeFields = data.fields.filter(({ kind }) => kind === 'place').map(({ name }) => name);
    return {
      ...none,
      kind: 'dataset',
      path: `data/${dataset.id}/`,
      language: dataset.words.has(language) ? language : locale.fallback,
      title: data.title,
      places: [...new Set(data.rows.flatMap((row) => placeFields.map((field) => String(row[field]))))],
      topics: topicsOf(briefsWithData(site, dataset.id)),
      year: yearOf(dataset.newest.about.created),
      sections: section(
        data.description,
        data.publisher,
        data.fields.map(({ title, unit }) => (unit ? `${title}: ${unit}` : title)).join('; '),
        ...data.noteIds.map((id) => data.note(id)?.text),
      ),
    };
  });
  const terms = [...site.glossary.terms.keys()].flatMap((id): SearchRecord[] => {
    const term = locale.term(id);
    if (!term) return [];
    return [
      {
        ...none,
        kind: 'term',
        path: `glossary/#${termAnchor(id)}`,
        language: term.language,
        title: term.term,
        also: term.also,
        sections: section(term.definition),
      },
    ];
  });
  const about = (found: readonly Brief[]) => section(message('site.briefCount', { count: found.length }));
  const places = placesShown(site).map((code): SearchRecord => {
    const found = briefsAbout(site, code);
    return {
      ...none,
      kind: 'place',
      path: `places/${code.toLowerCase()}/`,
      language,
      title: locale.place(code),
      also: [code, placeName(code, language, site.settings.places[code]?.m49) ?? ''],
      places: [code],
      topics: topicsOf(found),
      sections: about(found),
    };
  });
  const lists = briefLists(site).flatMap((list): SearchRecord[] => {
    // Kinds and years are what results are narrowed down by.
    if (list.by === 'kinds' || list.by === 'years') return [];
    return [
      {
        ...none,
        kind: 'topic',
        path: `${list.by}/${list.id}/`,
        language,
        title: listName(list, locale),
        places: placesOf(list.briefs),
        topics: list.by === 'topics' ? [list.id] : topicsOf(list.briefs),
        sections: about(list.briefs),
      },
    ];
  });
  return [...briefs, ...charts, ...datasets, ...terms, ...places, ...lists];
}
