import type { Language } from '../i18n/index.ts';
import type { KnownField } from './known-fields.ts';
import { brokenInto } from './lines.ts';

/** Names of codes by label id: the value of the signal that `salaLabel` reads while Vega draws. */
export type LabelTable = Record<string, Record<string, string | string[]>>;

export interface Labels {
  /** Registers the names of a field, in lines no wider than `width`, and gives the id for `salaLabel`. */
  idFor(
    field: Pick<KnownField, 'id' | 'codes' | 'show'>,
    fit: { width: number; size: number; weight?: 400 | 700 },
  ): string;
  readonly table: LabelTable;
}

/** The fields whose values are shown by a name instead of as they stand in the data. */
export const hasNames = ({ kind }: KnownField): boolean =>
  kind === 'place' || kind === 'category' || kind === 'text' || kind === 'year' || kind === 'flag';

/** Labels in a language, to begin with those of a table. */
export function makeLabels(language: Language, known: Readonly<LabelTable> = {}): Labels {
  const table: LabelTable = { ...known };
  return {
    table,
    idFor(field, { width, size, weight = 400 }) {
      const id = `${field.id}@${Math.round(width)}/${size}/${weight}`;
      table[id] ??= Object.fromEntries(
        field.codes.map((code) => {
          const lines = brokenInto(field.show(code), { language, width, size, weight });
          return [code, lines.length === 1 ? (lines[0] as string) : lines];
        }),
      );
      return id;
    },
  };
}

/** The widest line of a registered label and the most lines that one has. */
export function extent(table: LabelTable, id: string, measure: (line: string) => number) {
  const labels = Object.values(table[id] ?? {}).map((label) => [label].flat());
  return {
    width: Math.max(0, ...labels.flat().map(measure)),
    lines: Math.max(1, ...labels.map((lines) => lines.length)),
  };
}
