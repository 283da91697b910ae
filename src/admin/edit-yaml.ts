import {
  isCollection,
  isMap,
  isPair,
  isScalar,
  type Node,
  type Pair,
  parseDocument,
  Scalar,
  stringify,
} from 'yaml';

/**
 * A YAML text that holds `values` and is the given one wherever the two agree:
 * comments, order, quotes and line breaks stay. What is empty (`""`, `null`, no
 * items) counts as absent, and is not written where the text does not say it.
 */
export function editYaml(text: string, values: object): string {
  const document = parseDocument<Node>(text);
  const root = document.contents;
  if (!isCollection(root) || root.items.length === 0) return rendered(full(values) ?? {});
  const edits: Edit[] = [];

  const edit = (node: Node | null | undefined, wanted: unknown, slot: Slot): void => {
    if (same(plain(node), wanted)) return;
    if (
      isCollection(node) &&
      node.items.length > 0 &&
      isObject(wanted) &&
      isMap(node) !== Array.isArray(wanted)
    )
      editItems(node as Collection, wanted);
    else edits.push(replacement(text, node, wanted, slot));
  };

  const editItems = (collection: Collection, wanted: object): void => {
    const slots = slotsOf(text, collection);
    const { next, added } = isMap(collection)
      ? pairedUp(slots, wanted)
      : linedUp(
          slots.map(({ value }) => plain(value)),
          (full(wanted) ?? []) as unknown[],
        );
    const stays = slots.map(
      ({ value }, index) => full(next[index]) !== undefined || full(plain(value)) === undefined,
    );
    slots.forEach((slot, index) => {
      if (stays[index]) edit(slot.value, next[index] ?? plain(slot.value), slot);
      else edits.push(removal(text, slots, stays, index));
    });
    for (const { after, key, value } of added) edits.push(insertion(text, slots, after, key, value));
  };

  const plain = (node: Node | null | undefined): unknown => node?.toJS(document);
  editItems(root as Collection, values);
  return applied(text, edits);
}

type Collection = Node & { items: (Node | Pair<Node, Node | null>)[]; flow?: boolean };

/** A part of a text, and what takes its place. */
interface Edit {
  from: number;
  to: number;
  text: string;
}

/** An item of a list or a pair of a map, and the part of the text that it fills, with its dash or key. */
interface Slot {
  from: number;
  to: number;
  /** Where the value's own part begins, after the dash or the key. */
  valueFrom: number;
  key: string | undefined;
  value: Node | null;
  flow: boolean;
}

function slotsOf(text: string, { items, flow = false }: Collection): Slot[] {
  return items.map((item): Slot => {
    if (isPair(item)) {
      const key = item.key as Scalar & Node;
      const [from = 0, valueFrom = 0] = key.range ?? [];
      const to = item.value?.range ? endOf(text, item.value as Node) : text.indexOf(':', valueFrom) + 1;
      return { from, to, valueFrom, key: String(key.value), value: item.value as Node | null, flow };
    }
    const start = item.range?.[0] ?? 0;
    const from = flow ? start : text.lastIndexOf('-', start - 1);
    return {
      from,
      to: endOf(text, item),
      valueFrom: flow ? start : from + 1,
      key: undefined,
      value: item,
      flow,
    };
  });
}

/** Where a node ends, without the line breaks and comments that follow. */
function endOf(text: string, node: Node): number {
  if (isCollection(node) && !node.flow && node.items.length > 0)
    return slotsOf(text, node as Collection).at(-1)?.to ?? 0;
  let end = node.range?.[1] ?? 0;
  while (text[end - 1] === '\n') end -= 1;
  return end;
}

interface Wanted {
  /** What each slot is to hold; nothing where it goes. */
  next: readonly unknown[];
  /** What comes after the slot of an index, -1 for the beginning. */
  added: readonly { after: number; key: string | undefined; value: unknown }[];
}

function pairedUp(slots: readonly Slot[], wanted: object): Wanted {
  const values = new Map<string | undefined, unknown>(Object.entries(wanted));
  const known = new Set(slots.map(({ key }) => key));
  return {
    next: slots.map(({ key }) => values.get(key)),
    added: [...values].flatMap(([key, value]) =>
      known.has(key) || full(value) === undefined
        ? []
        : [{ after: slots.length - 1, key, value: full(value) }],
    ),
  };
}

/** Lines up two lists by what they share at the beginning and at the end; what is between has changed. */
function linedUp(old: readonly unknown[], wanted: readonly unknown[]): Wanted {
  const shorter = Math.min(old.length, wanted.length);
  let first = 0;
  while (first < shorter && same(old[first], wanted[first])) first += 1;
  let last = 0;
  while (last < shorter - first && same(old.at(-1 - last), wanted.at(-1 - last))) last += 1;
  const changed = shorter - last;
  return {
    next: [...wanted.slice(0, changed), ...Array(old.length - shorter), ...old.slice(old.length - last)],
    added: wanted
      .slice(changed, wanted.length - last)
      .map((value) => ({ after: changed - 1, key: undefined, value })),
  };
}

function replacement(text: string, node: Node | null | undefined, wanted: unknown, slot: Slot): Edit {
  const { from, to, valueFrom, key, flow } = slot;
  const like = isScalar(node) ? node : undefined;
  if (flow) {
    const start = node?.range?.[0] ?? to;
    return { from: start, to, text: (start === to ? ' ' : '') + inFlow(wanted, like) };
  }
  const lines = like && refolded(text.slice(like.range?.[0], to), like, String(wanted));
  if (lines) return { from: like?.range?.[0] ?? to, to, text: lines };
  const whole = rendered(key === undefined ? [scalarLike(wanted, like)] : { k: scalarLike(wanted, like) });
  return { from: valueFrom, to, text: indented(whole.slice(1), columnOf(text, from)) };
}

function removal(text: string, slots: readonly Slot[], stays: readonly boolean[], index: number): Edit {
  const { from = 0, to = 0, flow = false } = slots[index] ?? {};
  const line = lineOf(text, from);
  if (!flow && text.slice(line, from).trim() === '') return { from: line, to: lineEnd(text, to), text: '' };
  const next = slots[index + 1];
  if (next && stays.includes(true, index)) return { from, to: next.from, text: '' };
  return { from: slots[stays.lastIndexOf(true, index)]?.to ?? from, to, text: '' };
}

function insertion(
  text: string,
  slots: readonly Slot[],
  after: number,
  key: string | undefined,
  value: unknown,
): Edit {
  const beside = slots[Math.max(after, 0)];
  const { from = 0, to = 0, flow = false } = beside ?? {};
  if (flow) {
    const item = key === undefined ? inFlow(value) : `${inFlow(key)}: ${inFlow(value)}`;
    return after < 0 ? { from, to: from, text: `${item}, ` } : { from: to, to, text: `, ${item}` };
  }
  const inline = isCollection(beside?.value) && beside.value.flow === true;
  const name = key === undefined ? '-' : `${rendered(key).trimEnd()}:`;
  const item = inline
    ? `${name} ${inFlow(value)}\n`
    : rendered(key === undefined ? [value] : { [key]: value });
  const column = columnOf(text, from);
  const at = after < 0 ? lineOf(text, from) : lineEnd(text, to);
  const broken = at > 0 && text[at - 1] !== '\n';
  return {
    from: at,
    to: at,
    text: `${broken ? '\n' : ''}${' '.repeat(column)}${indented(item, column)}${broken ? '' : '\n'}`,
  };
}

/** Edits may touch one another, as the removals of neighbours do; what one took is not taken again. */
function applied(text: string, edits: readonly Edit[]): string {
  let done = 0;
  let result = '';
  for (const { from, to, text: own } of edits.toSorted((a, b) => a.from - b.from)) {
    result += text.slice(done, Math.max(from, done)) + own;
    done = Math.max(to, done);
  }
  return result + text.slice(done);
}

/** A value without what is empty in it; nothing when all of it is. */
function full(value: unknown): unknown {
  if (!isObject(value)) return value === '' || value === null ? undefined : value;
  const parts = Object.entries(value).flatMap(([key, part]) => {
    const own = full(part);
    return own === undefined ? [] : [[key, own] as const];
  });
  if (parts.length === 0) return undefined;
  return Array.isArray(value) ? parts.map(([, part]) => part) : Object.fromEntries(parts);
}

/** Whether two values say the same: forms give numbers as text, keys in their own order, and no space at the ends. */
const same = (one: unknown, other: unknown): boolean => comparable(full(one)) === comparable(full(other));

function comparable(value: unknown): string {
  if (!isObject(value)) return JSON.stringify(String(value).trim());
  const parts = Object.entries(value).map(([key, part]) => `${JSON.stringify(key)}:${comparable(part)}`);
  return `{${parts.sort().join()}}`;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** A value written as the one that it takes the place of: its quotes or block, its type, its last line break. */
function scalarLike(value: unknown, like: Scalar | undefined): unknown {
  if (!like || isObject(value)) return full(value);
  const number = typeof like.value === 'number' && String(Number(value)) === value;
  const text =
    typeof like.value === 'string' && like.value.endsWith('\n') ? `${String(value).trimEnd()}\n` : value;
  const scalar = new Scalar(number ? Number(value) : text);
  const type = String(value).includes('\n') && !like.type?.startsWith('BLOCK') ? 'BLOCK_LITERAL' : like.type;
  if (type) scalar.type = type;
  return scalar;
}

/** A folded block of one paragraph with the lines of the old one where they still hold. */
function refolded(block: string, { type, value }: Scalar, wanted: string): string | undefined {
  const [header = '', ...lines] = block.split('\n');
  const indent = /^ */.exec(lines[0] ?? '')?.[0] ?? '';
  const old = lines.map((line) => line.trim());
  if (type !== 'BLOCK_FOLDED' || old.join(' ') !== String(value).trim() || /\n|^\s|\s$/.test(wanted))
    return undefined;
  const head: string[] = [];
  const tail: string[] = [];
  let rest = wanted;
  for (let line = old.shift(); line && rest.startsWith(`${line} `); line = old.shift()) {
    head.push(line);
    rest = rest.slice(line.length + 1);
  }
  for (let line = old.pop(); line && rest.endsWith(` ${line}`); line = old.pop()) {
    tail.unshift(line);
    rest = rest.slice(0, -line.length - 1);
  }
  if (rest !== rest.trim()) return undefined;
  return [header, ...[...head, rest, ...tail].map((line) => indent + line)].join('\n');
}

const rendered = (value: unknown): string => stringify(value, { lineWidth: 0 });

function inFlow(value: unknown, like?: Scalar): string {
  if (Array.isArray(value)) return `[${value.map((item) => inFlow(item)).join(', ')}]`;
  if (isObject(value))
    return `{ ${Object.entries(value)
      .map(([key, part]) => `${inFlow(key)}: ${inFlow(part)}`)
      .join(', ')} }`;
  const list = stringify([scalarLike(value, like)], {
    collectionStyle: 'flow',
    flowCollectionPadding: false,
    lineWidth: 0,
  });
  return list.trim().slice(1, -1);
}

/** A rendered text whose further lines stand under the column that its first line begins at. */
const indented = (text: string, column: number): string =>
  text.trimEnd().replace(/\n(?=[^\n])/g, `\n${' '.repeat(column)}`);

const lineOf = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;
const columnOf = (text: string, at: number): number => at - lineOf(text, at);
const lineEnd = (text: string, at: number): number => {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
};
