import type { Language } from '../i18n/index.ts';
import type { KnownField } from './known-fields.ts';
import { brokenInto } from './lines.ts';

/** Names of codes by label id: the value of the signal that `salaLabel` reads while Vega draws. */
export type LabelTable = Record<string, Record<string, string | string[]>>;

export interface Labels {
  /** Registers the names of a field, in lines that fit, and gives the id for `salaLabel`: the same where the lines are. */
  idFor(field: Named, fit: Fit): string;
  readonly table: LabelTable;
}

type Named = Pick<KnownField, 'id' | 'codes' | 'show'>;

interface Fit {
  width: number;
  size: number;
  weight?: 400 | 700;
}

/** The fields whose values are shown by a name instead of as they stand in the data. */
export const hasNames = ({ kind }: KnownField): boolean =>
  kind === 'place' || kind === 'category' || kind === 'text' || kind === 'year' || kind === 'flag';

/** Labels in a language, to begin with those of a table. */
export function makeLabels(language: Language, known: Readonly<LabelTable> = {}): Labels {
  const table: LabelTable = { ...known };
  const ids = new Map<string, string>();
  const find = ({ id, codes, show }: Named, { width, size, weight = 400 }: Fit): string => {
    const names = Object.fromEntries(
      codes.map((code) => {
        const lines = brokenInto(show(code), { language, width, size, weight });
        return [code, lines.length === 1 ? (lines[0] as string) : lines];
      }),
    );
    const own = Object.keys(table).filter((each) => each.startsWith(`${id}@`));
    const same = own.find((each) => JSON.stringify(table[each]) === JSON.stringify(names));
    const found = same ?? `${id}@${own.length + 1}`;
    table[found] = names;
    return found;
  };
  return {
    table,
    idFor(field, fit) {
      const key = `${field.id}@${Math.round(fit.width)}/${fit.size}/${fit.weight}`;
      const found = ids.get(key) ?? find(field, fit);
      ids.set(key, found);
      return found;
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
