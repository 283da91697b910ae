import { valid as validVersion } from 'semver';
import { z } from 'zod';
import { isUnit } from '../i18n/index.ts';
import { type PropertyPath, webAddress } from '../source/index.ts';
import { geometriesOf, type Topology, topologySchema } from './map/topology.ts';
import { isPattern } from './patterns.ts';

export type DatasetId = string;
export type Version = string;

/** A cell of a release: as published, never rounded. Missing is null, never zero. */
export type Cell = string | number | boolean | null;
export type Row = Readonly<Record<string, Cell>>;

/** The semantic type that marks a field as holding codes of places. */
export const placeType = 'https://schema.org/Place';

/** True for a whole version such as 1.0.0, without a range or a prefix (https://semver.org). */
export const isVersion = (text: string): boolean => validVersion(text) === text;

const version = z.string().refine(isVersion, 'Write a version such as 1.0.0 (semver.org).');

const fieldSchema = z.strictObject({
  name: z.string().regex(/^(?!constructor$)[a-z][a-z0-9_]*$/, 'Lower-case letters, digits and underscores.'),
  type: z.enum(['string', 'integer', 'number', 'boolean', 'year', 'date']),
  title: z.string().optional(),
  description: z.string().optional(),
  rdfType: z.string().optional(),
  categories: z.array(z.string()).min(1).optional(),
  unit: z.string().refine(isUnit, 'A CLDR unit such as “percent”, or a currency such as “USD”.').optional(),
  constraints: z
    .strictObject({
      required: z.boolean().optional(),
      unique: z.boolean().optional(),
      minimum: z.number().optional(),
      maximum: z.number().optional(),
      pattern: z
        .string()
        .refine(
          isPattern,
          'A regular expression of at most 200 letters, with no repetition of a hundred or more.',
        )
        .optional(),
    })
    .optional(),
});

/**
 * One release of a data set: a Frictionless Data Resource with its rows inside, or with a map,
 * whose rows are the properties of its places.
 * @see https://datapackage.org/standard/data-resource/ (Data Package v2)
 */
export const releaseSchema = z.strictObject({
  $schema: z.literal('https://datapackage.org/profiles/2.0/dataresource.json'),
  name: z.string(),
  version,
  created: z.iso.date('Write a day such as 2025-03-26.'),
  title: z.string().min(1),
  description: z.string().min(1),
  language: z.string(),
  sources: z
    .array(
      z.strictObject({
        title: z.string().min(1),
        path: z.string().optional(),
        version: z.string().optional(),
        retrievedFrom: z.string().optional(),
      }),
    )
    .min(1),
  licenses: z
    .array(z.strictObject({ name: z.string(), title: z.string().optional(), path: webAddress.optional() }))
    .min(1)
    .optional(),
  licenseNote: z.string().min(1).optional(),
  changes: z.string().min(1),
  notes: z.record(z.string(), z.string().min(1)).optional(),
  format: z.literal('topojson').optional(),
  mediatype: z.literal('application/json').optional(),
  schema: z.strictObject({
    fields: z.array(fieldSchema).min(1),
    primaryKey: z.array(z.string()).min(1),
    missingValues: z.array(z.string()).optional(),
  }),
  data: z.union([
    z.array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))).min(1),
    topologySchema,
  ]),
});

export type ReleaseFile = z.infer<typeof releaseSchema>;

/** The name of the file in data/<id>/ that is to become a release. */
export const draftName = 'draft.json';

/** A release before it is published, which gives it its version, its day and its note of changes. */
export const draftSchema = releaseSchema.partial({ version: true, created: true, changes: true });

export type Draft = z.infer<typeof draftSchema>;

/** The rows of a release, each with the way to it in the file; of a map, what it says of its places. */
export const rowsIn = ({ data }: Pick<ReleaseFile, 'data'>): { row: Row; path: PropertyPath }[] =>
  Array.isArray(data)
    ? data.map((row, n) => ({ row, path: ['data', n] }))
    : geometriesOf(data).map(({ geometry, path }) => ({
        row: geometry.properties,
        path: ['data', ...path, 'properties'],
      }));

/** What a field holds, which decides how its values are named and formatted. */
export type FieldKind = 'place' | 'category' | 'year' | 'date' | 'measure' | 'flag' | 'text';

export interface Field {
  name: string;
  kind: FieldKind;
  /** A CLDR unit or an ISO 4217 currency. */
  unit?: string;
  /** Its definition, where the release gives one. */
  description?: string;
  categories: readonly string[];
}

/** A published state of a data set, validated. It never changes. */
export interface Release {
  dataset: DatasetId;
  version: Version;
  fields: readonly Field[];
  rows: readonly Row[];
  /** The outlines, of a map; its rows are then the properties of its places. */
  map?: Topology;
  primaryKey: readonly string[];
  /** `sha256:` and the digest of the file's bytes. */
  digest: string;
  /** The file as it was published, without its rows and schema. */
  about: Omit<ReleaseFile, 'data' | 'schema'>;
}

export function makeRelease(file: ReleaseFile, digest: string): Release {
  const { data, schema, ...about } = file;
  return {
    dataset: file.name,
    version: file.version,
    fields: schema.fields.map((field) => ({
      name: field.name,
      kind: kindOf(field),
      categories: field.categories ?? [],
      ...(field.unit === undefined ? {} : { unit: field.unit }),
      ...(field.description === undefined ? {} : { description: field.description }),
    })),
    rows: rowsIn(file).map(({ row }) => row),
    ...(Array.isArray(data) ? {} : { map: data }),
    primaryKey: schema.primaryKey,
    digest,
    about,
  };
}

function kindOf(field: z.infer<typeof fieldSchema>): FieldKind {
  if (field.rdfType === placeType) return 'place';
  switch (field.type) {
    case 'year':
    case 'date':
      return field.type;
    case 'integer':
    case 'number':
      return 'measure';
    case 'boolean':
      return 'flag';
    default:
      return field.categories ? 'category' : 'text';
  }
}
