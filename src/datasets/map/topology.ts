import { z } from 'zod';
import type { PropertyPath } from '../../source/index.ts';

const position = z.array(z.number()).min(2);
const arcs = z.array(z.int());
const about = {
  id: z.union([z.string(), z.number()]).optional(),
  properties: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
};

const geometrySchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('Point'), ...about, coordinates: position }),
  z.strictObject({ type: z.literal('MultiPoint'), ...about, coordinates: z.array(position) }),
  z.strictObject({ type: z.literal('LineString'), ...about, arcs }),
  z.strictObject({ type: z.literal('MultiLineString'), ...about, arcs: z.array(arcs) }),
  z.strictObject({ type: z.literal('Polygon'), ...about, arcs: z.array(arcs) }),
  z.strictObject({ type: z.literal('MultiPolygon'), ...about, arcs: z.array(z.array(arcs)) }),
]);

/**
 * A map: places with their outlines, in degrees of longitude and latitude. Each object is a plain
 * collection of places, and each place has properties.
 * @see https://github.com/topojson/topojson-specification
 */
export const topologySchema = z.strictObject({
  type: z.literal('Topology'),
  bbox: z.array(z.number()).length(4).optional(),
  transform: z
    .strictObject({ scale: z.array(z.number()).length(2), translate: z.array(z.number()).length(2) })
    .optional(),
  objects: z
    .record(
      z.string(),
      z.strictObject({ type: z.literal('GeometryCollection'), geometries: z.array(geometrySchema).min(1) }),
    )
    .refine((objects) => Object.keys(objects).length > 0, 'A map has at least one object.'),
  arcs: z.array(z.array(position).min(2)),
});

export type Topology = z.infer<typeof topologySchema>;
export type Geometry = z.infer<typeof geometrySchema>;
/** Longitude and latitude in degrees. */
export type Position = readonly [longitude: number, latitude: number];

/** All places of a map, with the way to each in its file. */
export const geometriesOf = ({ objects }: Topology): { geometry: Geometry; path: PropertyPath }[] =>
  Object.entries(objects).flatMap(([name, { geometries }]) =>
    geometries.map((geometry, n) => ({ geometry, path: ['objects', name, 'geometries', n] })),
  );

/** Puts a position of a map, as it stands in the file, into degrees. */
export function inDegrees({ transform }: Topology): (position: readonly number[]) => Position {
  const { scale: [kx = 1, ky = 1] = [], translate: [dx = 0, dy = 0] = [] } = transform ?? {};
  return ([x = 0, y = 0]) => [x * kx + dx, y * ky + dy];
}

/** The arcs of a map in degrees. With a transform, each position is a step from the one before. */
export function arcsInDegrees(topology: Topology): Position[][] {
  const put = inDegrees(topology);
  return topology.arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([ownX = 0, ownY = 0]) => {
      if (!topology.transform) return [ownX, ownY] as const;
      [x, y] = [x + ownX, y + ownY];
      return put([x, y]);
    });
  });
}
