import { type LocalizedDataset, type LocalizedField, valuesOf } from '../datasets/index.ts';
import type { Transform, View } from './view.ts';

/** A field whose words are known: of a data set, or made from one by a transform. */
export interface KnownField extends LocalizedField {
  /** Names it across all data sets of the chart. */
  id: string;
  /** The values that may occur, as text. */
  codes: readonly string[];
}

export type KnownFields = ReadonlyMap<string, KnownField>;

type Data = ReadonlyMap<string, LocalizedDataset>;

/** The known fields in force inside a view: of its own data, or of the view around it, after its transforms. */
export function fieldsIn(view: View, around: KnownFields, data: Data): KnownFields {
  const own = view.data?.name === undefined ? undefined : data.get(view.data.name);
  let fields = own ? fieldsOf(own) : view.data ? new Map<string, KnownField>() : around;
  for (const transform of view.transform ?? []) fields = after(transform, fields, data);
  return fields;
}

function fieldsOf({ id, fields, rows, map, primaryKey }: LocalizedDataset): Map<string, KnownField> {
  const known = fields.map((field) => ({
    ...field,
    id: `${id}/${field.name}`,
    get codes() {
      return valuesOf(rows, field.name);
    },
  }));
  if (!map) return new Map(known.map((field) => [field.name, field]));
  const features = known.map((field): [string, KnownField] => [`properties.${field.name}`, field]);
  const key = primaryKey.length === 1 && known.find(({ name }) => name === primaryKey[0]);
  return new Map([...features, ...(key ? [['id', key] as const] : [])]);
}

interface Operation {
  op?: string;
  field?: string;
  as?: string;
}

// A mean of percentages is a percentage; a count of them is not.
export const keepsUnit = new Set([
  'mean',
  'average',
  'median',
  'min',
  'max',
  'sum',
  'q1',
  'q3',
  'first_value',
  'last_value',
  'nth_value',
  'lag',
  'lead',
]);

function after(transform: Transform, fields: KnownFields, data: Data): KnownFields {
  const next = new Map(fields);
  const alias = (as: unknown, from: unknown) => {
    const known = fields.get(String(from));
    if (typeof as !== 'string') return;
    if (known) next.set(as, known);
    else next.delete(as);
  };
  const operations = (transform.aggregate ?? transform.joinaggregate ?? transform.window) as
    | Operation[]
    | undefined;
  if (Array.isArray(operations)) {
    for (const { op = '', field, as } of operations) alias(as, keepsUnit.has(op) ? field : undefined);
  } else if (typeof transform.calculate === 'string') {
    alias(transform.as, /^\s*datum\.(\w+)\s*$/.exec(transform.calculate)?.[1]);
  } else if (transform.timeUnit) {
    alias(transform.as, transform.field);
  } else if (Array.isArray(transform.fold)) {
    const folded = transform.fold as string[];
    const [key = 'key', value = 'value'] = (transform.as ?? []) as string[];
    const measures = folded.map((each) => fields.get(each));
    const [first] = measures;
    const isOne = measures.every((each) => each?.title === first?.title);
    if (first) next.set(value, isOne ? first : { ...first, title: '' });
    else next.delete(value);
    const title = (code: unknown) => fields.get(String(code))?.title ?? String(code);
    next.set(key, { ...named(key, 'category'), id: `fold/${folded.join('+')}`, codes: folded, show: title });
  } else if (transform.pivot) {
    const by = fields.get(String(transform.pivot));
    const measure = fields.get(String(transform.value));
    for (const code of by?.codes ?? []) {
      next.set(code, { ...(measure ?? named(code, 'measure')), title: by?.show(code) ?? code });
    }
  } else if (transform.lookup) {
    const from = transform.from as { data?: { name?: string }; fields?: string[] } | undefined;
    const source = data.get(from?.data?.name ?? '');
    const found = source ? fieldsOf(source) : undefined;
    const names = [transform.as ?? []].flat() as string[];
    (from?.fields ?? []).forEach((field, index) => {
      const known = found?.get(field);
      if (known) next.set(names[index] ?? field, known);
    });
    if (!from?.fields && names[0]) {
      for (const [field, known] of found ?? []) next.set(`${names[0]}.${field}`, known);
    }
  }
  return next;
}

const named = (name: string, kind: KnownField['kind']): KnownField => ({
  name,
  kind,
  title: '',
  unit: undefined,
  sign: undefined,
  decimals: undefined,
  show: String,
  id: name,
  codes: [],
});
