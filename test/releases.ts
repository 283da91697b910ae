import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { repository } from './sites.ts';

// What a number must be, from the files alone: nothing here knows the code that makes the pages.

type Row = Readonly<Record<string, string | number | boolean | null>>;

interface Release {
  rows: readonly Row[];
  primaryKey: readonly string[];
  /** The numbers: their unit, and how many decimals the data set shows. */
  measures: ReadonlyMap<string, { unit: string | undefined; decimals: number | undefined }>;
}

const known = new Map<string, Promise<Release>>();

/** A release as it is published: data/<id>/<version>.json, and what dataset.yaml says of its decimals. */
export function release(id: string, version: string): Promise<Release> {
  const path = `${id}/${version}`;
  const found = known.get(path) ?? read(id, version);
  known.set(path, found);
  return found;
}

async function read(id: string, version: string): Promise<Release> {
  const { data, schema } = JSON.parse(
    await readFile(join(repository, 'data', id, `${version}.json`), 'utf8'),
  );
  const facts = parse(await readFile(join(repository, 'content/datasets', id, 'dataset.yaml'), 'utf8'));
  const geometries = Array.isArray(data) ? undefined : Object.values(data.objects as Record<string, never>);
  return {
    rows: geometries
      ? geometries.flatMap(({ geometries: all }: { geometries: { properties: Row }[] }) =>
          all.map(({ properties }) => properties),
        )
      : data,
    primaryKey: schema.primaryKey,
    measures: new Map(
      schema.fields
        .filter(({ type }: { type: string }) => type === 'number' || type === 'integer')
        .map(({ name, unit }: { name: string; unit?: string }) => [
          name,
          { unit, decimals: facts.fields?.[name]?.decimals },
        ]),
    ),
  };
}

/** The rows that have some values, as text. */
export const rowsWith = ({ rows }: Release, wanted: ReadonlyMap<string, string>): Row[] =>
  rows.filter((row) => [...wanted].every(([name, value]) => String(row[name]) === value));

/** A number as readers of a language write it. */
export function written(
  value: number,
  language: string,
  { decimals, unit }: { decimals: number | undefined; unit?: string | undefined },
): string {
  return new Intl.NumberFormat(language === 'en' ? 'en-001' : language, {
    ...(decimals === undefined ? {} : { minimumFractionDigits: decimals, maximumFractionDigits: decimals }),
    ...(unit === undefined
      ? {}
      : /^[A-Z]{3}$/.test(unit)
        ? { style: 'currency', currency: unit }
        : { style: 'unit', unit }),
  }).format(value);
}

/** What `data-from` says, in an element and those around it, the outermost first; see docs/numbers.md. */
export function traceOf(parts: readonly (string | undefined)[]) {
  const row = new Map<string, string>();
  let [dataset, version, field] = ['', '', ''];
  for (const word of parts.join(' ').split(/\s+/)) {
    const [, id, release] = /^([\w-]+)\/(\d\S*)$/.exec(word) ?? [];
    const [, name, value] = /^(\w+)=(.*)$/.exec(word) ?? [];
    if (id !== undefined && release !== undefined) [dataset, version] = [id, release];
    else if (name !== undefined && value !== undefined) row.set(name, decodeURIComponent(value));
    else if (word.startsWith('#')) field = word.slice(1);
  }
  return { dataset, version, row, field };
}
