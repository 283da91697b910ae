import type { LocalizedDataset, Release } from '../datasets/index.ts';
import type { PropertyPath } from '../source/index.ts';
import type { View } from './view.ts';

type Data = ReadonlyMap<string, LocalizedDataset>;

/**
 * The fields that a chart reads of a release. Of a map these are GeoJSON features: what the release
 * says of a place stands under `properties`, and its `id` is its code.
 */
export const fieldNames = ({ fields, map }: Pick<Release, 'fields' | 'map'>): string[] =>
  map
    ? ['type', 'id', 'geometry', 'properties', ...fields.map(({ name }) => `properties.${name}`)]
    : fields.map(({ name }) => name);

/** The collections of places that a release has, if it is a map. */
export const objectNames = ({ map }: Pick<Release, 'map'>): string[] | undefined =>
  map && Object.keys(map.objects);

/** How a map is read: https://vega.github.io/vega-lite/docs/data.html#topojson */
interface MapFormat {
  type?: unknown;
  feature?: unknown;
  mesh?: unknown;
}

interface MapProblem {
  path: PropertyPath;
  message: string;
  /** What was written for an object that the map does not have. */
  wanted?: string;
}

/** What keeps named data from being read as the release is: a map by its objects, rows as rows. */
export function mapProblem(data: object, objects: readonly string[] | undefined): MapProblem | undefined {
  const { type, feature, mesh } = (('format' in data ? data.format : undefined) as MapFormat) ?? {};
  if (!objects)
    return type === 'topojson'
      ? { path: ['format'], message: 'This data set has rows and is no map.' }
      : undefined;
  const object = feature ?? mesh;
  if (type !== 'topojson' || typeof object !== 'string')
    return {
      path: ['name'],
      message: 'This data set is a map, and nothing says which of its objects is drawn.',
    };
  return objects.includes(object)
    ? undefined
    : {
        path: ['format', feature === undefined ? 'mesh' : 'feature'],
        message: `The map has no object “${object}”.`,
        wanted: object,
      };
}

/**
 * The spec with a name of its own for each further way in which a map is read, such as by its
 * borders: Vega reads data of one name in one way. Gives the data by all names.
 */
export function namedByUse(spec: View, data: Data): { spec: View; data: Data } {
  const uses = new Map<string, string[]>();
  const all = new Map(data);
  const named = (own: { name?: unknown; format?: unknown }): object => {
    const dataset = all.get(String(own.name));
    if (!dataset?.map) return own;
    const formats = uses.get(dataset.id) ?? [];
    uses.set(dataset.id, formats);
    const format = JSON.stringify(own.format);
    if (!formats.includes(format)) formats.push(format);
    const at = formats.indexOf(format);
    const name = at === 0 ? dataset.id : `${dataset.id}-${at + 1}`;
    all.set(name, dataset);
    return { ...own, name };
  };
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [
        key,
        key === 'data' && typeof inner === 'object' && inner !== null ? named(inner) : walk(inner),
      ]),
    );
  };
  const hasMap = [...data.values()].some(({ map }) => map);
  return hasMap ? { spec: walk(spec) as View, data: all } : { spec, data };
}
