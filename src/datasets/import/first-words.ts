import { isCountry } from '../../i18n/index.ts';
import type { DatasetFacts, DatasetWords } from '../dataset.ts';
import { type Draft, rowsIn } from '../release.ts';

/** What a file has in words besides its rows. */
export interface FileWords {
  /** Titles and units of fields, by name. */
  fields: ReadonlyMap<string, { title: string; unit?: string }>;
  /** Names of places, by code. */
  placeNames: ReadonlyMap<string, string>;
}

/** The facts and words that a new data set begins with, so that its pages can be made; an editor writes them better. */
export function firstWords(
  { title, description, language, schema, data }: Draft,
  {
    publisher,
    update,
    address,
    words,
  }: { publisher: string; update: DatasetFacts['update']; address?: string | undefined; words: FileWords },
): { facts: DatasetFacts; words: DatasetWords } {
  const numbers = schema.fields.filter(({ type }) => type === 'number');
  const english: Record<string, string> = {
    place: 'Place',
    year: 'Year',
    longitude: 'Longitude',
    latitude: 'Latitude',
  };
  const bare = title.replace(/\s*\([^()]*\)$/, '');
  const fields = schema.fields.map((field) => {
    const own = words.fields.get(field.name);
    const named = own && !/^values?$/i.test(own.title) ? own.title : bare;
    const codes =
      field.categories ??
      (field.rdfType
        ? [...new Set(rowsIn({ data }).map(({ row }) => String(row[field.name])))].filter(
            (code) => !isCountry(code),
          )
        : []);
    const values = Object.fromEntries(codes.map((code) => [code, words.placeNames.get(code) ?? code]));
    return [
      field.name,
      {
        title: (language.startsWith('en') ? english[field.name] : undefined) ?? named,
        ...(own?.unit === undefined ? {} : { unit: own.unit }),
        ...(codes.length > 0 ? { values } : {}),
      },
    ] as const;
  });
  return {
    facts: {
      update,
      ...(address ? { address } : {}),
      ...(numbers.length > 0
        ? { fields: Object.fromEntries(numbers.map(({ name }) => [name, { decimals: 1 }])) }
        : {}),
    },
    words: { title, description, publisher, fields: Object.fromEntries(fields) },
  };
}
