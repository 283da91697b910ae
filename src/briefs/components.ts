/** What an attribute of a component is, as the editors' guide explains it. */
export interface AttributeRule {
  required?: true;
  /** Its value is words for readers, which are translated. */
  words?: true;
  values?: readonly string[];
  /** What the attribute names, when it names something of the site. */
  names?: 'chart' | 'dataset' | 'term' | 'reference' | 'figure';
}

export interface ComponentRule {
  attributes: Readonly<Record<string, AttributeRule>>;
  /** Every other attribute selects rows by the field of that name. */
  selects?: true;
  /** Inside a line of text, or a block of its own. */
  placement: 'inline' | 'block';
  /** What stands between its tags. */
  children: 'none' | 'text' | 'blocks' | 'list';
}

/** Every component that a brief may use. All attributes are plain strings. */
export const components = {
  KeyMessages: { placement: 'block', children: 'list', attributes: {} },
  Recommendations: { placement: 'block', children: 'list', attributes: {} },
  Callout: {
    placement: 'block',
    children: 'blocks',
    attributes: { kind: { values: ['note', 'caution', 'definition'] }, title: { words: true } },
  },
  Chart: { placement: 'block', children: 'none', attributes: { id: { required: true, names: 'chart' } } },
  DataTable: {
    placement: 'block',
    children: 'none',
    selects: true,
    attributes: {
      id: { required: true },
      data: { required: true, names: 'dataset' },
      rows: { required: true },
      columns: {},
      field: {},
      caption: { required: true, words: true },
    },
  },
  Stat: {
    placement: 'inline',
    children: 'none',
    selects: true,
    attributes: {
      data: { required: true, names: 'dataset' },
      field: {},
      decimals: {},
      format: { values: ['value', 'number'] },
      compare: { values: ['difference', 'absolute-difference', 'ratio', 'change'] },
    },
  },
  Reference: {
    placement: 'inline',
    children: 'none',
    attributes: { to: { required: true, names: 'figure' } },
  },
  Term: { placement: 'inline', children: 'text', attributes: { id: { required: true, names: 'term' } } },
  Cite: { placement: 'inline', children: 'none', attributes: { id: { required: true, names: 'reference' } } },
} as const satisfies Record<string, ComponentRule>;

export type ComponentName = keyof typeof components;

export const componentRule = (name: string): ComponentRule | undefined =>
  Object.hasOwn(components, name) ? components[name as ComponentName] : undefined;
