import type { Field } from '@sveltia/cms';
import { formKey } from './formats.ts';

/** The parts of JSON Schema that the schemas of content use. */
export interface Schema {
  type?: string;
  description?: string;
  const?: unknown;
  enum?: string[];
  format?: string;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  anyOf?: Schema[];
  items?: Schema | Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: Schema | boolean;
}

/** What the files of a form hold at one place, and what is asked of it. */
interface Held {
  values: readonly unknown[];
  /** Whether it stands once in each language. */
  translated: boolean;
  required: boolean;
}

/**
 * The fields of a form for what fits a schema. Where the schema leaves the keys
 * open, the form has those that one of the files has: a translation has the keys of its source.
 */
export function fieldsOf(schema: Schema, held: Held): Field[] {
  const { properties, additionalProperties: open } = schema;
  const parts = properties
    ? Object.entries(properties).map(
        ([key, part]) => [key, part, held.required && (schema.required ?? []).includes(key)] as const,
      )
    : // A language need not have each of the keys that another has.
      keysOf(held.values).map((key) => [key, open as Schema, false] as const);
  return parts.flatMap(([key, part, needed]) => {
    const values = held.values.map((each) => (each as Record<string, unknown> | undefined)?.[key]);
    const field = fieldOf(part, { ...held, values, required: needed });
    if (!field) return [];
    const label = properties ? labelOf(key) : key;
    const common = { hint: part.description, required: needed, i18n: held.translated };
    return [{ name: formKey(key), label, ...common, ...field } as Field];
  });
}

/** Characters that can be read in a field of one line. */
const oneLine = 70;

/** The kind of field for a value; none for what a form cannot change. */
function fieldOf(schema: Schema, held: Held): object | undefined {
  const { type, items, additionalProperties: open } = schema;
  if (schema.const !== undefined) return undefined;
  if (schema.enum) return { widget: 'select', options: schema.enum };
  if (schema.anyOf) return fieldOf(schema.anyOf[0] ?? {}, held);
  switch (type) {
    case 'integer':
      return { widget: 'number', value_type: 'int', min: schema.minimum, max: schema.maximum };
    case 'array': {
      const { minItems: min, maxItems: max } = schema;
      const item = Array.isArray(items) ? items[0] : items;
      if (item?.properties)
        return {
          widget: 'list',
          min,
          max,
          collapsed: true,
          fields: fieldsOf(item, { ...held, required: true }),
        };
      const integers = item?.type === 'integer' && { field: { name: 'item', ...fieldOf(item, held) } };
      return { widget: 'list', min, max, ...integers };
    }
    case 'object': {
      if (!held.translated && (open as Schema).type === 'string') return { widget: 'keyvalue' };
      const fields = fieldsOf(schema, held);
      // Without a switch that leaves it out: what stays empty in it is not written.
      return fields.length > 0 ? { widget: 'object', required: true, fields } : undefined;
    }
    default: {
      if (schema.format === 'uri') return { widget: 'string', type: 'url' };
      const long = held.values.some((value) => String(value ?? '').length > oneLine);
      return { widget: long ? 'text' : 'string', use_emoji_autocomplete: false };
    }
  }
}

const keysOf = (held: readonly unknown[]): string[] => [
  ...new Set(held.flatMap((each) => Object.keys(each ?? {}))),
];

/** `Next steps` for `next-steps`, `Short title` for `shortTitle`. */
const labelOf = (key: string): string => {
  const words = key
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('-', ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};
