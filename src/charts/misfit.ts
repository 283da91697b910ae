/** The parts of JSON Schema (draft 7) that the grammar of Vega-Lite is written in. */
export interface Definition {
  $ref?: string;
  anyOf?: Definition[];
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  properties?: Record<string, Definition>;
  required?: string[];
  additionalProperties?: boolean | Definition;
  items?: Definition;
  minItems?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
}

type Path = readonly (string | number)[];

/** One reason why a value is not what the grammar allows. */
export interface Misfit {
  path: Path;
  kind: 'value' | 'type' | 'range' | 'unknown-key' | 'missing-key' | 'form';
  /** Values, types or keys that would do. */
  allowed: readonly string[];
  /** How likely its author meant this alternative. */
  rank: number;
}

type Definitions = Readonly<Record<string, Definition>>;

/**
 * Nothing when a value fits, else the most telling misfit. The grammar is mostly alternatives, and a slip fails
 * all of them: the one that shares most keys with what is written is taken to be
 * meant, and of equals the one that fails deepest.
 */
export function misfitOf(
  value: unknown,
  definition: Definition,
  all: Definitions,
  path: Path = [],
): Misfit | undefined {
  if (definition.$ref) return misfitOf(value, resolve(definition.$ref, all), all, path);
  // Bounds stand beside alternatives too.
  const outOfRange = typeof value === 'number' ? ofRange(value, definition, path) : undefined;
  if (outOfRange) return outOfRange;
  if (definition.anyOf) return ofAlternatives(value, definition.anyOf, all, path);
  const wrongType = ofType(value, definition, path);
  if (wrongType) return wrongType;
  const allowed = definition.enum ?? ('const' in definition ? [definition.const] : undefined);
  if (allowed && !allowed.includes(value))
    return { path, kind: 'value', allowed: allowed.map(String), rank: 2 };
  if (Array.isArray(value)) return ofItems(value, definition, all, path);
  if (isObject(value)) return ofKeys(value, definition, all, path);
  return undefined;
}

function resolve(reference: string, all: Definitions): Definition {
  const name = reference.slice('#/definitions/'.length);
  // Few names hold escapes, and the grammar asks for thousands.
  return all[name] ?? all[decodeURIComponent(name)] ?? {};
}

function ofAlternatives(
  value: unknown,
  alternatives: readonly Definition[],
  all: Definitions,
  path: Path,
): Misfit | undefined {
  let best: Misfit | undefined;
  const values = new Set<string>();
  for (const alternative of alternatives) {
    const found = misfitOf(value, alternative, all, path);
    if (!found) return undefined;
    const misfit = { ...found, rank: found.rank + likeness(value, alternative, all) };
    if (misfit.kind === 'value' && misfit.path.length === path.length)
      for (const each of misfit.allowed) values.add(each);
    if (
      !best ||
      misfit.rank > best.rank ||
      (misfit.rank === best.rank && misfit.path.length > best.path.length)
    )
      best = misfit;
  }
  return best?.kind === 'value' && best.path.length === path.length
    ? { ...best, allowed: [...values] }
    : best;
}

/** How many keys a value shares with an alternative, less those that it lacks, and those whose value says that another is meant. */
function likeness(value: unknown, alternative: Definition, all: Definitions): number {
  if (!isObject(value)) return 0;
  const definition = alternative.$ref ? resolve(alternative.$ref, all) : alternative;
  // Its own alternatives have been weighed by then.
  if (definition.anyOf) return 0;
  const known = Object.keys(value).filter((key) => definition.properties?.[key] !== undefined).length;
  const lacking = (definition.required ?? []).filter((key) => !(key in value)).length;
  const refused = Object.entries(value).filter(([key, inner]) => {
    const { $ref, ...own } = definition.properties?.[key] ?? {};
    const { enum: values, ...rest } = $ref ? resolve($ref, all) : own;
    const allowed = values ?? ('const' in rest ? [rest.const] : undefined);
    return allowed !== undefined && !allowed.includes(inner);
  }).length;
  return known * 10 - lacking * 15 - refused * 5;
}

function ofType(value: unknown, { type }: Definition, path: Path): Misfit | undefined {
  if (type === undefined) return undefined;
  const types = [type].flat();
  const own = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
  const fits = types.some((each) => each === own || (each === 'integer' && Number.isInteger(value)));
  return fits ? undefined : { path, kind: 'type', allowed: types, rank: 0 };
}

function ofRange(
  value: number,
  { minimum = -Infinity, maximum = Infinity }: Definition,
  path: Path,
): Misfit | undefined {
  if (value >= minimum && value <= maximum) return undefined;
  const bounds = [
    ...(minimum > -Infinity ? [`at least ${minimum}`] : []),
    ...(maximum < Infinity ? [`at most ${maximum}`] : []),
  ];
  return { path, kind: 'range', allowed: bounds, rank: 2 };
}

function ofItems(
  value: readonly unknown[],
  { items, minItems = 0, maxItems = Infinity }: Definition,
  all: Definitions,
  path: Path,
): Misfit | undefined {
  if (value.length < minItems || value.length > maxItems) return { path, kind: 'form', allowed: [], rank: 0 };
  const found = items
    ? value.flatMap((item, index) => misfitOf(item, items, all, [...path, index]) ?? [])
    : [];
  return deepest(found);
}

function ofKeys(
  value: Record<string, unknown>,
  definition: Definition,
  all: Definitions,
  path: Path,
): Misfit | undefined {
  const { properties = {}, required = [], additionalProperties = true } = definition;
  const known = Object.keys(properties);
  const found = Object.entries(value).flatMap(([key, inner]): Misfit[] => {
    const own =
      properties[key] ?? (typeof additionalProperties === 'object' ? additionalProperties : undefined);
    if (own) return [misfitOf(inner, own, all, [...path, key]) ?? []].flat();
    return additionalProperties === false
      ? [{ path: [...path, key], kind: 'unknown-key', allowed: known, rank: 1 }]
      : [];
  });
  const lacking = required.filter((key) => !(key in value));
  if (lacking.length > 0) found.push({ path, kind: 'missing-key', allowed: lacking, rank: 1 });
  return deepest(found);
}

const deepest = (found: readonly Misfit[]): Misfit | undefined =>
  [...found].sort((a, b) => b.path.length - a.path.length)[0];

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
