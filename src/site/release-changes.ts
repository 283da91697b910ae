import {
  type Cell,
  compareReleases,
  type Dataset,
  type Difference,
  keyOf,
  type LocalizedDataset,
  type LocalizedField,
  type Release,
  type Row,
  writeTrace,
} from '../datasets/index.ts';
import { formatNumber, type Language } from '../i18n/index.ts';
import type { Grid } from './data-table.ts';
import type { Locale } from './locale.ts';

/** What a release changed of the one before it, in the words of a language. */
export interface ReleaseChanges {
  /** How many rows, and what else is different: columns, definitions, sources. */
  remarks: readonly string[];
  /** Each cell that is different, with its value in both releases. */
  grid: Grid;
}

/** Compares a release with the one before it, for readers. */
export function releaseChanges(
  locale: Locale,
  dataset: Dataset,
  [before, after]: readonly [Release, Release],
): ReleaseChanges {
  const difference = compareReleases(before, after);
  const then = locale.dataset(dataset, before);
  const now = locale.dataset(dataset, after);
  return {
    remarks: remarksOn(difference, locale, { then, now }),
    grid: cellsOf(difference, locale, { then, now }),
  };
}

interface Both {
  then: LocalizedDataset;
  now: LocalizedDataset;
}

/** A cell that only one of the releases has stands alone in its line. */
interface Line {
  kind: 'changed' | 'added' | 'gone';
  key: Row;
  field: LocalizedField;
  before: Cell;
  after: Cell;
}

function cellsOf(
  { changed, added, gone }: Difference,
  { language, message }: Locale,
  { then, now }: Both,
): Grid {
  const keys = now.fields.filter(({ name }) => now.primaryKey.includes(name));
  const isKey = ({ name }: LocalizedField) => now.primaryKey.includes(name);
  const fieldOf = (name: string) => now.field(name) ?? then.field(name);
  const lines: Line[] = [
    ...changed.flatMap(({ key, cells }) =>
      cells.flatMap(({ name, before, after }): Line[] => {
        const field = fieldOf(name);
        return field ? [{ kind: 'changed', key, field, before, after }] : [];
      }),
    ),
    ...added.flatMap((row) =>
      now.fields
        .filter((field) => !isKey(field))
        .map(
          (field): Line => ({ kind: 'added', key: row, field, before: null, after: row[field.name] ?? null }),
        ),
    ),
    ...gone.flatMap((row) =>
      then.fields
        .filter((field) => !isKey(field))
        .map(
          (field): Line => ({ kind: 'gone', key: row, field, before: row[field.name] ?? null, after: null }),
        ),
    ),
  ];
  const several = new Set(lines.map(({ field }) => field.name)).size > 1;
  const numeric = lines.every(({ field }) => field.kind === 'measure');
  const released = (version: string) => message('brief.release', { version });
  return {
    columns: [
      ...keys.map(({ title }) => ({ title, numeric: false })),
      { title: message('dataset.changes.kind'), numeric: false },
      ...(several ? [{ title: message('dataset.changes.field'), numeric: false }] : []),
      ...[then, now].map(({ id, version }) => ({
        title: released(version),
        numeric,
        from: writeTrace({ dataset: id, version }),
      })),
    ],
    rows: lines.map(({ kind, key, field, before, after }) => ({
      from: writeTrace({ row: keyOf(key, now.primaryKey), field: field.name }),
      cells: [
        ...keys.map(({ name, show }) => show(key[name])),
        message(`dataset.changes.${kind}`),
        ...(several ? [field.title] : []),
        ...toldApart(field, [before, after], language),
      ],
    })),
  };
}

/** Two values as a reader sees them, with as many decimals as it takes to tell them apart. */
function toldApart(
  field: LocalizedField,
  [before, after]: readonly [Cell, Cell],
  language: Language,
): string[] {
  const shown = [before, after].map(field.show);
  if (typeof before !== 'number' || typeof after !== 'number' || shown[0] !== shown[1]) return shown;
  for (let decimals = 1; decimals <= 15; decimals++) {
    const closer = [before, after].map((value) => formatNumber(value, language, { decimals }));
    if (closer[0] !== closer[1]) return closer;
  }
  return [before, after].map(String);
}

const parts = {
  title: 'titlePart',
  language: 'languagePart',
  sources: 'sourcesPart',
  licenses: 'licencePart',
  licenseNote: 'licencePart',
  notes: 'notesPart',
} as const;

function remarksOn(
  {
    changed,
    added,
    gone,
    newFields,
    goneFields,
    changedFields,
    key,
    description,
    about,
    outlines,
  }: Difference,
  { message }: Locale,
  { then, now }: Both,
): string[] {
  const titles = (names: readonly string[], data: LocalizedDataset) => ({
    fields: names.map((name) => data.field(name)?.title ?? name).join(', '),
  });
  const counts = { changed: changed.length, added: added.length, gone: gone.length };
  const rows = counts.changed + counts.added + counts.gone > 0 ? 'counts' : 'none';
  const said = new Set(about.map((each) => message(`dataset.changes.${parts[each as keyof typeof parts]}`)));
  return [
    key ? message('dataset.changes.key', titles(key.after, now)) : message(`dataset.changes.${rows}`, counts),
    ...(newFields.length > 0 ? [message('dataset.changes.newFields', titles(newFields, now))] : []),
    ...(goneFields.length > 0 ? [message('dataset.changes.goneFields', titles(goneFields, then))] : []),
    ...(changedFields.length > 0
      ? [
          message(
            'dataset.changes.changedFields',
            titles(
              changedFields.map(({ name }) => name),
              now,
            ),
          ),
        ]
      : []),
    ...(description ? [message('dataset.changes.description')] : []),
    ...(said.size > 0 ? [message('dataset.changes.about', { parts: [...said].join(', ') })] : []),
    ...(outlines ? [message('dataset.changes.outlines')] : []),
  ];
}
