import type { PlaceCode } from '../../i18n/index.ts';
import { areaOf, drawnIn, labelPoint, type MapFrame, simplified } from './shapes.ts';
import { arcsInDegrees, type Position, type Topology } from './topology.ts';
import { arcAt } from './verify-map.ts';

/** Which part of a map is taken, and how finely. */
export interface Cut {
  /** The code of each geometry that is taken, by its number in the object. */
  places: ReadonlyMap<number, PlaceCode>;
  object: string;
  frame: MapFrame | undefined;
  /** The smallest step that is kept, in degrees. */
  detail: number;
}

/** The name of the one object of a map that was cut. */
export const cutObject = 'places';

/**
 * The chosen places of a map: drawn to the edges of the frame, without what is finer than the
 * detail, islands smaller than it among them, and with the point where the name of each has most room.
 */
export function cutMap(topology: Topology, { places, object, frame, detail }: Cut): Topology {
  const step = Number((detail / 4).toPrecision(1));
  const whole = (line: readonly Position[]): Position[] =>
    line.map(([x, y]) => [Math.round(x / step), Math.round(y / step)]);
  const arcs = arcsInDegrees(topology).map((arc) =>
    whole(simplified(frame ? drawnIn(arc, frame) : arc, detail)).filter(
      ([x, y], n, all) => n === 0 || x !== all[n - 1]?.[0] || y !== all[n - 1]?.[1],
    ),
  );
  const joined = (ring: readonly number[]): Position[] =>
    ring.flatMap((index) => (arcAt(arcs, index) ?? []).slice(1));
  const least = (2 * detail) ** 2 / step ** 2;

  const kept = new Map<number, number>();
  const renumbered = (ring: readonly number[]): number[] =>
    ring
      .filter((index) => (arcAt(arcs, index)?.length ?? 0) > 1)
      .map((index) => {
        const own = index < 0 ? ~index : index;
        const number = kept.get(own) ?? kept.size;
        kept.set(own, number);
        return index < 0 ? ~number : number;
      });

  const geometries = [...places].flatMap(([n, place]) => {
    const geometry = topology.objects[object]?.geometries[n];
    if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon') return [];
    const all = geometry.type === 'Polygon' ? [geometry.arcs] : geometry.arcs;
    const polygons = all
      .map((rings) => rings.filter((ring, at) => at === 0 || areaOf(joined(ring)) > least))
      .map((rings) => ({ rings, area: areaOf(joined(rings[0] ?? [])) }))
      .sort((a, b) => b.area - a.area)
      .filter(({ area }, at) => area > least || (at === 0 && area > 0));
    const [largest] = polygons;
    if (!largest) return [];
    const point = labelPoint(joined(largest.rings[0] ?? []));
    const [longitude, latitude] = point.map((each) => Math.round(each * step * 100) / 100);
    return [
      {
        type: 'MultiPolygon' as const,
        id: place,
        properties: { place, longitude: longitude ?? 0, latitude: latitude ?? 0 },
        arcs: polygons.map(({ rings }) => rings.map(renumbered)),
      },
    ];
  });

  return {
    type: 'Topology',
    transform: { scale: [step, step], translate: [0, 0] },
    objects: { [cutObject]: { type: 'GeometryCollection', geometries } },
    arcs: [...kept.keys()].map((own) => inSteps(arcs[own] ?? [])),
  };
}

/** Each position as the step from the one before. */
const inSteps = (arc: readonly Position[]): number[][] =>
  arc.map(([x, y], n) => {
    const [beforeX = 0, beforeY = 0] = n === 0 ? [] : (arc[n - 1] ?? []);
    return [x - beforeX, y - beforeY];
  });
