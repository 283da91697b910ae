import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../diagnostics/index.ts';
import { parseJson } from '../../source/index.ts';
import {
  compareReleases,
  type Draft,
  type MapWishes,
  makeDraft,
  makeRelease,
  nextRelease,
  readMap,
  releaseSchema,
  releaseText,
  rowsIn,
  toCsv,
  verifyRows,
} from '../index.ts';
import { areaOf, drawnIn, labelPoint, simplified } from './shapes.ts';

/** Two countries of 4 by 4 degrees beside each other, an island of 0.01 degrees, and a bay that is finer than what is kept. */
const world = {
  type: 'Topology',
  objects: {
    countries: {
      type: 'GeometryCollection',
      geometries: [
        { type: 'MultiPolygon', id: '418', properties: { name: 'Laos' }, arcs: [[[0, 1]], [[3]]] },
        { type: 'Polygon', id: '764', properties: { name: 'Thailand' }, arcs: [[-1, 2]] },
        { type: 'Polygon', properties: { name: 'Nowhere' }, arcs: [[2, -1]] },
      ],
    },
  },
  arcs: [
    [
      [104, 14],
      [104, 15],
      [104.001, 15.5],
      [104, 16],
      [104, 18],
    ],
    [
      [104, 18],
      [108, 18],
      [108, 14],
      [104, 14],
    ],
    [
      [104, 14],
      [100, 14],
      [100, 18],
      [104, 18],
    ],
    [
      [109, 15],
      [109.01, 15.01],
      [109.01, 15],
      [109, 15],
    ],
  ],
};
const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const wishes: MapWishes = { places: undefined, object: undefined, frame: undefined, detail: undefined };
const origin = { title: 'Map', description: 'A map.', language: 'en', sources: [{ title: 'made up' }] };
const changes = { version: '1.0.0', created: '2026-11-24', changes: 'First.' };

function draft(own: Partial<MapWishes> = {}): Draft {
  const found = readMap(bytes(world), { ...wishes, ...own });
  if (!found) throw new Error('no map');
  return makeDraft('region', found, origin);
}

function problems(release: object) {
  const found: Diagnostic[] = [];
  const file = {
    path: 'data/region/1.0.0.json',
    text: releaseText({ ...draft(), ...changes, ...release } as Draft),
  };
  const source = parseJson(file, releaseSchema, (each) => found.push(each));
  if (source) verifyRows(source, (each) => found.push(each));
  return found.map(({ rule, line, message }) => `${line} ${rule} ${message}`);
}

describe('a map that is brought in', () => {
  test('has the countries with their codes, whatever codes the file has', () => {
    expect(rowsIn(draft()).map(({ row }) => row['place'])).toEqual(['LAO', 'THA']);
    const one = draft({ places: new Map([['Thailand', 'THA']]) });
    expect(rowsIn(one).map(({ row }) => row)).toEqual([{ place: 'THA', longitude: 102, latitude: 16 }]);
  });

  test('is cut at the frame, without islands and bends that are too small', () => {
    const { data } = draft({ frame: { west: 102, south: 10, east: 106, north: 20 }, detail: 0.05 });
    if (Array.isArray(data)) throw new Error('rows');
    expect(data.arcs).toHaveLength(3);
    expect(data.arcs.flat()).toHaveLength(2 + 4 + 4);
    const text = JSON.stringify(data.objects);
    expect(text).toContain('"arcs":[[[0,1]]]');
    expect(text).toContain('"arcs":[[[-1,2]]]');
  });

  test('is one that the checks pass, and reads back as it was', () => {
    expect(problems({})).toEqual([]);
  });

  test.each<[string, unknown, Partial<MapWishes>, string]>([
    [
      'GeoJSON',
      { type: 'FeatureCollection', features: [] },
      {},
      'This is GeoJSON, in which each border stands twice. Make it TopoJSON first',
    ],
    [
      'another object',
      world,
      { object: 'country' },
      'The map has no collection “country”. Objects: countries.',
    ],
    ['an unknown place', world, { places: new Map([['VNM', 'VNM']]) }, 'The map has no “VNM”.'],
    [
      'a frame elsewhere',
      world,
      { frame: { west: 0, south: 0, east: 5, north: 5 } },
      'Nothing of the map lies within the frame',
    ],
  ])('stops at %s', (_, file, own, message) => {
    expect(() => readMap(bytes(file), { ...wishes, ...own })).toThrow(message);
  });

  test('is none where the file is a table', () => {
    expect(readMap(new TextEncoder().encode('place,year\nLAO,2020\n'), wishes)).toBeUndefined();
    expect(readMap(bytes([{ place: 'LAO' }]), wishes)).toBeUndefined();
  });
});

describe('a map as a release', () => {
  const release = makeRelease({ ...draft(), ...changes }, '');

  test('has what it says of its places as rows', () => {
    expect(release.fields.map(({ kind }) => kind)).toEqual(['place', 'measure', 'measure']);
    expect(toCsv(release)).toBe('place,longitude,latitude\r\nLAO,106,16\r\nTHA,102,16\r\n');
  });

  test('has one place and one arc a line', () => {
    const lines = releaseText({ ...draft(), ...changes }).split('\n');
    expect(lines.filter((line) => line.includes('"properties"'))).toHaveLength(2);
    expect(JSON.parse(lines.join('\n'))).toEqual({ ...draft(), ...changes });
  });

  test('with other outlines is a corrected one', () => {
    const other = draft({ frame: { west: 100, south: 14, east: 107, north: 18 } });
    expect(compareReleases(release, makeRelease({ ...other, ...changes }, ''))).toMatchObject({
      outlines: true,
    });
    expect(nextRelease(other, release)).toMatchObject({ version: '1.0.1', step: 'patch' });
    expect(nextRelease(draft(), release)).toBeUndefined();
  });

  const { data } = draft();
  const map = Array.isArray(data) ? undefined : data;
  test.each<[string, object, string]>([
    [
      'an arc that is not there',
      { data: { ...map, arcs: map?.arcs.slice(0, 2) } },
      'map-geometry An outline names arc 2, and the map has 2 arcs.',
    ],
    [
      'a position that is not on the globe',
      { data: { ...map, transform: { scale: [1, 1], translate: [0, 0] } } },
      'map-geometry A position lies at',
    ],
    [
      'an outline that is open',
      { data: { ...map, arcs: map?.arcs.map((arc) => (arc.length > 2 ? arc.slice(0, -1) : arc)) } },
      'map-geometry The outline of this place does not close.',
    ],
    [
      'a map that does not say so',
      { format: undefined },
      'map-geometry The release is a map and does not say so.',
    ],
    [
      'a place twice',
      { schema: { ...draft().schema, primaryKey: ['latitude'] } },
      'data-key Rows 1 and 2 share the key latitude 16.',
    ],
    ['no object', { data: { ...map, objects: {} } }, 'schema '],
  ])('is held against %s', (_, change, expected) => {
    expect(problems(change).join('\n')).toContain(expected);
  });
});

describe('outlines', () => {
  test('are drawn to the edge of the frame', () => {
    const frame = { west: 0, south: 0, east: 10, north: 10 };
    expect(
      drawnIn(
        [
          [-5, 5],
          [5, 15],
        ],
        frame,
      ),
    ).toEqual([
      [0, 5],
      [5, 10],
    ]);
  });

  test('lose the points that they pass closely, and no others', () => {
    expect(
      simplified(
        [
          [0, 0],
          [5, 0.01],
          [10, 0],
        ],
        0.02,
      ),
    ).toEqual([
      [0, 0],
      [10, 0],
    ]);
    expect(
      simplified(
        [
          [0, 0],
          [5, 1],
          [10, 0],
        ],
        0.02,
      ),
    ).toHaveLength(3);
  });

  test('have an area, and a point inside for their name', () => {
    const bent = [
      [0, 0],
      [0, 10],
      [2, 10],
      [2, 2],
      [12, 2],
      [12, 0],
      [0, 0],
    ] as const;
    expect(areaOf(bent)).toBe(40);
    const [x, y] = labelPoint(bent);
    expect((x > 0 && x < 2 && y > 0 && y < 10) || (x > 0 && x < 12 && y > 0 && y < 2)).toBe(true);
  });
});
