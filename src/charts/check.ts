import { didYouMean, quote, type Report } from '../diagnostics/index.ts';
import type { PropertyPath } from '../source/index.ts';
import { mapProblem } from './maps.ts';
import { type Reference, referencesIn } from './references.ts';
import type { ChartSource } from './source.ts';
import { effectOf, type Names } from './transforms.ts';
import { innerViews, type View } from './view.ts';

type FieldsOf = (dataset: string) => readonly string[] | undefined;

/**
 * Holds a chart against the data: every data set must exist, and every field
 * must be in the data in force at its view or be made there by a transform.
 * `datasets` are the ids that there are; one whose fields are not known is not looked into.
 * `objectsOf` gives the objects of a data set that is a map.
 */
export function checkChart(
  chart: ChartSource,
  fieldsOf: FieldsOf,
  report: Report,
  datasets: Iterable<string> = [],
  objectsOf: FieldsOf = () => undefined,
): void {
  const known = [...datasets];
  const seen = new Set<string>();
  const complain = (rule: string, path: PropertyPath, message: string, hint: string) => {
    const key = `${path.join('/')} ${message}`;
    // A shared encoding is held against each of its layers, but wrong once.
    if (seen.has(key)) return;
    seen.add(key);
    report({ rule, severity: 'error', file: chart.file.path, ...chart.at(path), message, hint });
  };
  checkView(
    chart.spec,
    [],
    { names: undefined, shared: [] },
    {
      fieldsOf,
      isKnown: (dataset) =>
        !chart.datasets.includes(dataset) || fieldsOf(dataset) !== undefined || known.includes(dataset),
      unknownDataset: (name, path) => {
        const hint =
          known.length > 0
            ? didYouMean(name, known, 'data sets')
            : 'The folders in content/datasets/ are the names.';
        complain('chart-data', path, `There is no data set ${quote(name)}.`, hint);
      },
      format: (data, path) => {
        const name = 'name' in data ? String(data.name) : '';
        if (!chart.datasets.includes(name) || !fieldsOf(name)) return;
        const objects = objectsOf(name);
        const problem = mapProblem(data, objects);
        if (!problem) return;
        const [first = ''] = objects ?? [];
        const hint = objects
          ? `${problem.wanted ? `${didYouMean(problem.wanted, objects, 'objects')} ` : ''}Write "data": {"name": ${JSON.stringify(name)}, "format": {"type": "topojson", "feature": ${JSON.stringify(first)}}}.`
          : 'Take “format” away, or name a map.';
        complain('chart-data', [...path, ...problem.path], problem.message, hint);
      },
      field: ({ name, path, problem }, names) => {
        if (problem !== undefined) {
          complain(
            'chart-spec',
            path,
            `The expression cannot be read: ${problem}.`,
            'See https://vega.github.io/vega/docs/expressions/.',
          );
        } else if (names && !isIn(name, names)) {
          complain(
            'chart-field',
            path,
            `There is no field ${quote(name)} here.`,
            didYouMean(name, names, 'fields'),
          );
        }
      },
    },
  );
}

interface Checks {
  fieldsOf: FieldsOf;
  isKnown(dataset: string): boolean;
  unknownDataset(name: string, path: PropertyPath): void;
  /** Holds the format of named data against what the data set is. */
  format(data: object, path: PropertyPath): void;
  field(reference: Reference, names: Names): void;
}

interface Around {
  names: Names;
  /** Encodings of the layers around, which hold for each layer inside. */
  shared: readonly (Reference & { channel: string })[];
}

function checkView(view: View, path: PropertyPath, around: Around, checks: Checks): void {
  const under = (reference: Reference, ...prefix: PropertyPath): Reference => ({
    ...reference,
    path: [...path, ...prefix, ...reference.path],
  });
  let { names } = around;
  if (view.data !== undefined) names = namesOf(view, [...path, 'data', 'name'], checks);
  (view.transform ?? []).forEach((transform, index) => {
    const { reads, lookup, after } = effectOf(transform);
    for (const each of reads) checks.field(under(each, 'transform', index), names);
    if (lookup) {
      const own = checks.fieldsOf(lookup.dataset);
      if (!checks.isKnown(lookup.dataset)) {
        checks.unknownDataset(lookup.dataset, [...path, 'transform', index, 'from', 'data', 'name']);
      }
      checks.format(lookup.data, [...path, 'transform', index, 'from', 'data']);
      for (const each of lookup.fields) checks.field(under(each, 'transform', index), own && new Set(own));
    }
    names = after(names, checks.fieldsOf);
  });

  const encoded = referencesIn(view.encoding, ['encoding']).map((each) => ({
    ...under(each),
    channel: String(each.path[1]),
  }));
  for (const each of referencesIn(view.facet, ['facet'])) checks.field(under(each), names);
  if (view.mark) {
    const marked = referencesIn(view.mark, ['mark']).map((each) => under(each));
    const shared = around.shared.filter(({ channel }) => view.encoding?.[channel] === undefined);
    for (const each of [...shared, ...encoded, ...marked]) checks.field(each, names);
  }
  for (const inner of innerViews(view)) {
    const at = [...path, ...inner.path];
    const within = inner.view.data ? namesOf(inner.view, [...at, 'data', 'name'], checks) : names;
    for (const each of repeated(view)) checks.field(under(each), madeIn(inner.view, within, checks));
    checkView(inner.view, at, { names, shared: [...around.shared, ...encoded] }, checks);
  }
}

function namesOf({ data }: View, path: PropertyPath, checks: Checks): Names {
  const name = data?.name;
  if (data === null || name === undefined) return data?.sequence ? sequenceNames(data.sequence) : undefined;
  if (!checks.isKnown(name)) checks.unknownDataset(name, path);
  checks.format(data ?? {}, path.slice(0, -1));
  const fields = checks.fieldsOf(name);
  return fields && new Set(fields);
}

const sequenceNames = (sequence: unknown): Names => new Set([(sequence as { as?: string }).as ?? 'data']);

const madeIn = ({ transform = [] }: View, names: Names, { fieldsOf }: Checks): Names =>
  transform.reduce((before: Names, each) => effectOf(each).after(before, fieldsOf), names);

/** The fields that a repeat goes through; `layer` and `row` too. */
function repeated({ repeat }: View): Reference[] {
  if (!repeat) return [];
  if (Array.isArray(repeat)) return repeat.map((name, index) => ({ name, path: ['repeat', index] }));
  return Object.entries(repeat).flatMap(([key, fields]) =>
    (fields ?? []).map((name, index) => ({ name, path: ['repeat', key, index] })),
  );
}

/** Names may go into objects: `found.value`, `found["value"]`; a point of the name itself is escaped. */
function isIn(name: string, names: ReadonlySet<string>): boolean {
  const plain = name.replace(/\\([.[\]])/g, '$1');
  // What stands under the properties of a place is known.
  if (plain.startsWith('properties.') && names.has('geometry')) return names.has(plain);
  return names.has(plain) || names.has(/^(?:\\.|[^.[\\])+/.exec(name)?.[0].replace(/\\/g, '') ?? name);
}
