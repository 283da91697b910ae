/** A reference to a column of the data, and how it is shown. */
export interface ChannelDefinition {
  field?: string | { repeat: string };
  type?: string;
  aggregate?: unknown;
  bin?: unknown;
  timeUnit?: unknown;
  title?: unknown;
  axis?: Record<string, unknown> | null;
  legend?: Record<string, unknown> | null;
  header?: Record<string, unknown> | null;
  scale?: Record<string, unknown> | null;
  format?: unknown;
  formatType?: unknown;
  condition?: ChannelDefinition | ChannelDefinition[];
  [key: string]: unknown;
}

export type Encoding = Record<string, ChannelDefinition | ChannelDefinition[]>;

export type Transform = Record<string, unknown>;

/**
 * One view of a Vega-Lite spec: the keys that the engine reads or writes. All
 * others pass through as they are; the grammar was checked when the file was read.
 */
export interface View {
  data?: { name?: string; values?: unknown; [key: string]: unknown } | null;
  datasets?: Record<string, unknown>;
  transform?: Transform[];
  mark?: string | Record<string, unknown>;
  encoding?: Encoding;
  layer?: View[];
  concat?: View[];
  hconcat?: View[];
  vconcat?: View[];
  spec?: View;
  facet?: ChannelDefinition & { row?: ChannelDefinition; column?: ChannelDefinition };
  repeat?: string[] | { row?: string[]; column?: string[]; layer?: string[] };
  columns?: number;
  width?: unknown;
  height?: unknown;
  params?: Record<string, unknown>[];
  usermeta?: { sala?: { notes?: string[] } };
  [key: string]: unknown;
}

/** The keys under which a view holds others in a list. */
export const listKeys = ['layer', 'concat', 'hconcat', 'vconcat'] as const;

/** The views directly inside a view, each with the path that leads to it. */
export function innerViews(view: View): { view: View; path: (string | number)[] }[] {
  const listed = listKeys.flatMap((key) =>
    (view[key] ?? []).map((inner, index) => ({ view: inner, path: [key, index] })),
  );
  return view.spec ? [...listed, { view: view.spec, path: ['spec'] }] : listed;
}

/** The view with each view inside it replaced. */
export function mapInner(view: View, change: (inner: View) => View): View {
  const changed: View = { ...view };
  for (const key of listKeys) {
    const list = view[key];
    if (list) changed[key] = list.map(change);
  }
  if (view.spec) changed.spec = change(view.spec);
  return changed;
}

export const markType = ({ mark }: View): string | undefined =>
  typeof mark === 'string' ? mark : (mark?.type as string | undefined);

/** The definitions of a channel, which may hold one or, as `detail`, several. */
export const definitionsOf = (channel: ChannelDefinition | ChannelDefinition[]): ChannelDefinition[] =>
  Array.isArray(channel) ? channel : [channel];
