import { z } from 'zod';
import { didYouMean, Failure, quote } from '../../diagnostics/index.ts';
import { countryOfNumber, isCountry, type PlaceCode } from '../../i18n/index.ts';
import { parseJson } from '../../source/index.ts';
import { type Cut, cutMap, cutObject } from '../map/cut-map.ts';
import type { MapFrame } from '../map/shapes.ts';
import type { Topology } from '../map/topology.ts';
import { placeType, type ReleaseFile } from '../release.ts';
import type { WantedPlaces } from './find-places.ts';

/** What is said of a map that is brought in. */
export interface MapWishes {
  places: WantedPlaces | undefined;
  object: string | undefined;
  frame: MapFrame | undefined;
  detail: number | undefined;
}

/** A map as it becomes a release. */
export interface FoundMap extends Pick<ReleaseFile, 'format' | 'mediatype' | 'schema'> {
  data: Topology;
}

const ring = z.array(z.array(z.int()));
const about = {
  id: z.union([z.string(), z.number()]).optional(),
  properties: z.record(z.string(), z.unknown()).nullish(),
};
/** A map as others make it: of its parts, those that are taken over. */
const rawSchema = z.looseObject({
  objects: z.record(
    z.string(),
    z.looseObject({
      geometries: z
        .array(
          z.union([
            z.looseObject({ type: z.literal('Polygon'), ...about, arcs: ring }),
            z.looseObject({ type: z.literal('MultiPolygon'), ...about, arcs: z.array(ring) }),
            z.looseObject({
              type: z
                .string()
                .regex(/^(?!(?:Multi)?Polygon$)/)
                .nullable(),
              ...about,
            }),
          ]),
        )
        .optional(),
    }),
  ),
  arcs: z.array(z.array(z.array(z.number()).min(2)).min(2)),
  transform: z
    .looseObject({ scale: z.array(z.number()).length(2), translate: z.array(z.number()).length(2) })
    .optional(),
});

/** Fine enough for a map of a region that is 680 pixels wide. */
const usualDetail = 0.02;

/** The map in a file; nothing where it holds no map. Throws a Failure for one that cannot be taken as it is. */
export function readMap(bytes: Uint8Array, wishes: MapWishes): FoundMap | undefined {
  const start = new TextDecoder().decode(bytes.subarray(0, 1000)).trimStart();
  if (!/^\{/.test(start) || !/"type"\s*:\s*"(?:Topology|FeatureCollection)"/.test(start)) return undefined;
  if (/"FeatureCollection"/.test(start) && !/"Topology"/.test(start))
    throw new Failure(
      'This is GeoJSON, in which each border stands twice. Make it TopoJSON first: npx -p topojson-server geo2topo places=FILE > map.json',
    );
  const problems: string[] = [];
  const topology = parseJson(
    { path: '', text: new TextDecoder().decode(bytes) },
    rawSchema,
    ({ line, column, message, hint }) => problems.push(`Line ${line}, column ${column}: ${message} ${hint}`),
  )?.value;
  if (!topology) throw new Failure(problems.slice(0, 5).join('\n'));
  const objects = Object.keys(topology.objects);
  const object = wishes.object ?? objects[0] ?? '';
  const geometries = topology.objects[object]?.geometries;
  if (!geometries)
    throw new Failure(
      `The map has no collection ${quote(object)}. ${didYouMean(object, objects, 'objects')}`,
    );
  const cut: Cut = {
    places: chosen(geometries, wishes.places),
    object,
    frame: wishes.frame,
    detail: wishes.detail ?? usualDetail,
  };
  const data = cutMap(topology as unknown as Topology, cut);
  if (data.objects[cutObject]?.geometries.length === 0)
    throw new Failure(
      'Nothing of the map lies within the frame: --frame "92,5.5,114,28.6" is west, south, east and north.',
    );
  return { format: 'topojson', mediatype: 'application/json', schema: mapSchema, data };
}

const mapSchema: ReleaseFile['schema'] = {
  fields: [
    { name: 'place', type: 'string', rdfType: placeType, constraints: { required: true } },
    {
      name: 'longitude',
      type: 'number',
      unit: 'degree',
      description: 'Where the name of the place has most room.',
      constraints: { required: true, minimum: -180, maximum: 180 },
    },
    {
      name: 'latitude',
      type: 'number',
      unit: 'degree',
      description: 'Where the name of the place has most room.',
      constraints: { required: true, minimum: -90, maximum: 90 },
    },
  ],
  primaryKey: ['place'],
};

/** The code of each place that is taken: by its id or one of its properties, as ISO 3166-1 or as --places says. */
function chosen(
  geometries: readonly { id?: string | number | undefined; properties?: object | null | undefined }[],
  wanted: WantedPlaces | undefined,
): Map<number, PlaceCode> {
  const found = geometries.map(({ id, properties }) => {
    const own = [id, ...Object.values(properties ?? {})].flatMap((each) =>
      each === undefined ? [] : [String(each)],
    );
    const country = own.find(isCountry) ?? countryOfNumber(String(id));
    return [...own, ...(country ? [country] : [])];
  });
  const places = new Map(
    found.flatMap((names, n) => {
      const code = wanted
        ? names.flatMap((name) => wanted.get(name) ?? [])[0]
        : names.findLast((name) => isCountry(name));
      return code === undefined ? [] : [[n, code] as const];
    }),
  );
  const all = found.flat();
  const lacking = [...(wanted?.keys() ?? [])].filter((name) => !all.includes(name));
  if (lacking.length > 0)
    throw new Failure(
      `The map has no ${lacking.map(quote).join(', ')}. ${didYouMean(lacking[0] ?? '', all, 'places')}`,
    );
  if (places.size === 0)
    throw new Failure(
      'No place of the map has a code of ISO 3166-1. Name those to take: --places "Vientiane=LA-VT"',
    );
  return places;
}
