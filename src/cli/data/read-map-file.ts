import {
  type FoundMap,
  listed,
  type MapWishes,
  readMap,
  readWantedPlaces,
  rowsIn,
} from '../../datasets/index.ts';
import { Failure } from '../../diagnostics/index.ts';
import type { Given, Option } from '../arguments.ts';
import { counted } from './columns.ts';
import { rowTable } from './show.ts';

/** Options of the import that are for maps. */
export const mapOptions: Readonly<Record<string, Option>> = {
  object: { value: 'NAME', does: 'of a map: the collection of places (default: the first)' },
  frame: {
    value: 'W,S,E,N',
    does: 'of a map: the edges of what is taken, in degrees, such as "92,5.5,114,28.6" (default: all)',
  },
  detail: { value: 'DEGREES', does: 'of a map: the smallest step of an outline (default: 0.02)' },
};

/** The map in a file, as the options want it; nothing where the file holds none. */
export const mapIn = (bytes: Uint8Array, given: Given): FoundMap | undefined =>
  readMap(bytes, wishesOf(given));

function wishesOf({ text }: Given): MapWishes {
  const frame = text('frame');
  const [west = NaN, south = NaN, east = NaN, north = NaN, ...more] = listed(frame ?? '').map(Number);
  const isFrame = west < east && south < north && more.length === 0;
  if (frame !== undefined && !isFrame)
    throw new Failure('--frame is west, south, east and north in degrees: --frame "92,5.5,114,28.6"');
  const detail = text('detail');
  if (detail !== undefined && !(Number(detail) > 0 && Number(detail) <= 5))
    throw new Failure('--detail is a number of degrees, from 0 to 5: --detail 0.02');
  const places = text('places');
  return {
    places: places === undefined ? undefined : readWantedPlaces(places),
    object: text('object'),
    frame: frame === undefined ? undefined : { west, south, east, north },
    detail: detail === undefined ? undefined : Number(detail),
  };
}

/** What was taken of a map, for whoever imports it. */
export function describeMap(name: string, map: FoundMap): string {
  const rows = rowsIn(map).map(({ row }) => row);
  return [
    `${name}: TopoJSON; ${counted(rows.length, 'place')}, ${counted(map.data.arcs.length, 'arc')}, ${counted(map.data.arcs.flat().length, 'point')}\n`,
    rowTable(
      map.schema.fields.map((field) => field.name),
      rows,
    ),
    '',
  ].join('\n');
}
