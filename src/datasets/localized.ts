import { formatDate, formatNumber, formatYear, type Language, type PlaceCode } from '../i18n/index.ts';
import type { Dataset, DatasetWords } from './dataset.ts';
import type { Topology } from './map/topology.ts';
import type { Cell, Field, FieldKind, Release, Row } from './release.ts';

/** A field in the words of one language. */
export interface LocalizedField {
  name: string;
  kind: FieldKind;
  title: string;
  /** The unit in words, “% of GDP”. */
  unit: string | undefined;
  /** The sign that stands with a number: a CLDR unit or a currency. */
  sign: string | undefined;
  decimals: number | undefined;
  /** A value as a reader sees it: a place's or category's name, a number in the reader's format; “–” where there is none. */
  show(value: Cell | undefined): string;
}

/** One release in one language: what charts, tables and numbers in prose are drawn from. */
export interface LocalizedDataset {
  id: string;
  version: string;
  title: string;
  description: string;
  publisher: string;
  rows: readonly Row[];
  /** The outlines, of a map; its rows are then the properties of its places. */
  map?: Topology;
  primaryKey: readonly string[];
  fields: readonly LocalizedField[];
  field(name: string): LocalizedField | undefined;
  /** A caution by its id, and the language it is written in. */
  note(id: string): { text: string; language: Language } | undefined;
  noteIds: readonly string[];
}

/** A place's name where the data set gives none of its own. */
export type PlaceNames = (code: PlaceCode) => string;

/** Puts a release into the words of a language; what that language lacks comes from `fallback`, the source language. */
export function localize(
  { id, facts, words }: Pick<Dataset, 'id' | 'facts' | 'words'>,
  release: Release,
  { language, fallback, placeNames }: { language: Language; fallback: Language; placeNames: PlaceNames },
): LocalizedDataset {
  const chain = [words.get(language), words.get(fallback)].filter((each) => each !== undefined);
  // A value such as “constructor” finds something in every object, which is no word.
  const first = (pick: (each: DatasetWords) => string | undefined): string | undefined => {
    for (const each of chain) {
      const found = pick(each);
      if (typeof found === 'string') return found;
    }
    return undefined;
  };

  const localizeField = (field: Field): LocalizedField => {
    const { name, kind } = field;
    const decimals = facts.fields?.[name]?.decimals;
    const named = (code: string) => first(({ fields }) => fields[name]?.values?.[code]);
    const show = (value: Cell | undefined): string => {
      if (value === null || value === undefined) return '–';
      switch (kind) {
        case 'place':
          return named(String(value)) ?? placeNames(String(value));
        case 'year':
          return formatYear(Number(value), language);
        case 'date':
          return formatDate(String(value), language);
        case 'measure':
          return formatNumber(Number(value), language, { decimals });
        default:
          return named(String(value)) ?? String(value);
      }
    };
    return {
      name,
      kind,
      title: first(({ fields }) => fields[name]?.title) ?? name,
      unit: first(({ fields }) => fields[name]?.unit),
      sign: field.unit,
      decimals,
      show,
    };
  };

  const fields = release.fields.map(localizeField);
  const notes = release.about.notes ?? {};
  return {
    id,
    version: release.version,
    title: first(({ title }) => title) ?? id,
    description: first(({ description }) => description) ?? '',
    publisher: first(({ publisher }) => publisher) ?? '',
    rows: release.rows,
    ...(release.map ? { map: release.map } : {}),
    primaryKey: release.primaryKey,
    fields,
    field: (name) => fields.find((each) => each.name === name),
    note: (noteId) => {
      const own = words.get(language)?.notes?.[noteId];
      if (own !== undefined) return { text: own, language };
      const published = notes[noteId];
      return published === undefined ? undefined : { text: published, language: release.about.language };
    },
    noteIds: Object.keys(notes),
  };
}
