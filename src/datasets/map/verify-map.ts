import type { Report } from '../../diagnostics/index.ts';
import type { PropertyPath, Sourced } from '../../source/index.ts';
import type { ReleaseFile } from '../release.ts';
import { arcsInDegrees, type Geometry, geometriesOf, inDegrees, type Position } from './topology.ts';

/** Holds the outlines of a map against the specification of TopoJSON: arcs that are there, rings that close, positions on the globe. */
export function verifyMap({ value: { data, format }, file, at }: Sourced<ReleaseFile>, report: Report): void {
  const error = (path: PropertyPath, message: string, hint: string) =>
    report({ rule: 'map-geometry', severity: 'error', file: file.path, ...at(path), message, hint });
  if (Array.isArray(data)) {
    if (format !== undefined)
      error(['format'], 'The release says that it is a map, and has rows.', 'Take “format” away.');
    return;
  }
  if (format === undefined)
    error(
      ['data'],
      'The release is a map and does not say so.',
      'Write "format": "topojson" before the data.',
    );

  const complainOf = (positions: readonly Position[], path: PropertyPath) => {
    const outside = positions.find(([x, y]) => Math.abs(x) > 180.000001 || Math.abs(y) > 90.000001);
    if (outside)
      error(
        path,
        `A position lies at ${outside.map((each) => Math.round(each * 1000) / 1000).join(', ')}, which is not on the globe.`,
        'Longitudes go from -180 to 180, latitudes from -90 to 90, in this order. Is the “transform” right, and is the map in degrees?',
      );
  };
  const arcs = arcsInDegrees(data);
  for (const [n, arc] of arcs.entries()) complainOf(arc, ['data', 'arcs', n]);
  const put = inDegrees(data);
  for (const { geometry, path } of geometriesOf(data)) {
    complainOf(pointsOf(geometry).map(put), ['data', ...path]);
    const lines = linesOf(geometry);
    const missing = lines.flat().find((index) => arcAt(arcs, index) === undefined);
    if (missing !== undefined) {
      error(
        ['data', ...path],
        `An outline names arc ${missing}, and the map has ${arcs.length} arcs.`,
        'Arcs count from 0; a negative number is an arc backwards, -1 the first. Bring in the map again.',
      );
      continue;
    }
    const open = lines.some((line) => geometry.type.endsWith('Polygon') && !closes(line, arcs));
    if (open)
      error(
        ['data', ...path],
        'The outline of this place does not close.',
        'Each arc begins where the one before ends, and the last ends where the first begins. Bring in the map again.',
      );
  }
}

const pointsOf = (geometry: Geometry): number[][] =>
  geometry.type === 'Point'
    ? [geometry.coordinates]
    : geometry.type === 'MultiPoint'
      ? geometry.coordinates
      : [];

/** The lists of arcs of a geometry: its lines or rings. */
export function linesOf(geometry: Geometry): number[][] {
  if (!('arcs' in geometry)) return [];
  return geometry.type === 'LineString'
    ? [geometry.arcs]
    : geometry.type === 'MultiPolygon'
      ? geometry.arcs.flat()
      : geometry.arcs;
}

/** An arc by its index; a negative one stands for the arc of its complement, backwards. */
export function arcAt(arcs: readonly Position[][], index: number): Position[] | undefined {
  const arc = arcs[index < 0 ? ~index : index];
  return index < 0 ? arc?.toReversed() : arc;
}

function closes(line: readonly number[], arcs: readonly Position[][]): boolean {
  const ends = line.map((index) => arcAt(arcs, index) ?? []);
  return ends.every((arc, n) => {
    const [x, y] = arc.at(-1) ?? [];
    const [nextX, nextY] = ends[(n + 1) % ends.length]?.[0] ?? [];
    return x === nextX && y === nextY;
  });
}
