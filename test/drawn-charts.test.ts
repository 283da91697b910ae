import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { all, type Element, has, named, pageOf, partsOf, text } from './built-pages.ts';
import { coloursRead, type Frame, framesOf, isInKey, readNumber, type Shape } from './drawn-values.ts';
import { release, rowsWith, traceOf } from './releases.ts';
import { repository } from './sites.ts';

const languages = ['en', 'lo', 'km', 'vi'];
const charts = (await readdir(join(repository, 'content/charts'))).sort();

/** A row that a chart has to show. */
interface Wanted {
  /** Its data set and key without the year: what a line goes through. */
  series: string;
  year: number;
  value: number;
}

/** The most that a shape may stand away from its value, in pixels. */
const near = 0.5;
/** The same beside the label of a year, which Vega draws half a pixel aside; years are 4 pixels apart or more. */
const nearYear = 1;

/** Those of some rows that a shape can be, by where it stands. */
function candidates(shape: Shape, n: number, { x, y, values }: ReadFrame, rows: readonly Wanted[]): Wanted[] {
  const nowhere: readonly [number, number] = [0, 0];
  const [first = nowhere, last = nowhere] = shape.at;
  const point = shape.kind === 'bar' ? first : (shape.at[n] ?? first);
  const [along, aside] = values === y ? ([1, 0] as const) : ([0, 1] as const);
  const other = along === 1 ? x : y;
  return rows.filter(({ year, value }) => {
    const pixel = values?.pixel?.(value) ?? Number.NaN;
    const origin = values?.pixel?.(0) ?? Number.NaN;
    const isThere =
      shape.kind === 'bar'
        ? Math.abs(Math.abs(last[along] - first[along]) - Math.abs(pixel - origin)) <= near
        : Math.abs(point[along] - pixel) <= near;
    const years = other && placeOfYear(other, year);
    const across = shape.kind === 'bar' ? (first[aside] + last[aside]) / 2 : point[aside];
    return isThere && (years === undefined || Math.abs(across - years) <= nearYear);
  });
}

type ReadFrame = Frame & { values: Frame['x'] };

const isOfYears = (axis: Frame['x']): boolean =>
  axis?.labels.every(({ text: label }) => /^(?:19|20)\d\d$/.test(label)) ?? false;

/** The axis of values is the one with numbers that are no years; a plot without labels shares those of another. */
function readFrames(frames: readonly Frame[]): ReadFrame[] {
  const ofValues = ({ x, y }: Frame) => [x, y].find((axis) => axis?.pixel && !isOfYears(axis));
  const shared = frames.map(ofValues).find((axis) => axis !== undefined);
  return frames.map((frame) => ({ ...frame, values: ofValues(frame) ?? shared }));
}

/** Where a year stands, on an axis that has years: beside its label, or between those of others. */
const placeOfYear = (axis: NonNullable<Frame['x']>, year: number): number | undefined =>
  isOfYears(axis)
    ? (axis.labels.find(({ text: label }) => Number(label) === year)?.at ?? axis.pixel?.(year))
    : undefined;

/** Finds for each shape of a picture the row that it is, no row twice in shapes of one kind; gives the rows found. */
function rowsDrawn(frames: readonly ReadFrame[], rows: readonly Wanted[], says: string): Set<Wanted> {
  const drawn = new Set<Wanted>();
  for (const kind of ['line', 'point', 'bar'] as const) {
    const owners = new Map<Wanted, number>();
    const options: Wanted[][] = [];
    for (const frame of frames) {
      for (const shape of distinct(frame.shapes.filter((each) => each.kind === kind))) {
        if (kind !== 'line') {
          options.push(candidates(shape, 0, frame, rows));
          continue;
        }
        // All points of a line are of one series.
        const series = [...Map.groupBy(rows, (row) => row.series).values()];
        const own = series
          .map((of) => shape.at.map((_, n) => candidates(shape, n, frame, of)))
          .find((found) => found.every(({ length }) => length > 0));
        expect(own, `${says}: a line of ${shape.at.length} points that no series has`).toBeDefined();
        options.push(...(own ?? []));
      }
    }
    // Each shape takes a row of its own, and another gives way where it can (Kuhn 1955).
    const take = (n: number, seen: Set<Wanted>): boolean =>
      (options[n] ?? []).some((row) => {
        if (seen.has(row)) return false;
        seen.add(row);
        const owner = owners.get(row);
        if (owner !== undefined && !take(owner, seen)) return false;
        owners.set(row, n);
        return true;
      });
    for (const n of options.keys())
      expect(take(n, new Set()), `${says}: ${kind} ${n + 1} is no row`).toBe(true);
    for (const row of owners.keys()) drawn.add(row);
  }
  return drawn;
}

/** A bar that is filled and outlined is one. */
const distinct = (shapes: readonly Shape[]): Shape[] => [
  ...new Map(shapes.map((shape) => [JSON.stringify(shape.at), shape])).values(),
];

/** The rows of the tables under a chart, which are held against the releases elsewhere. */
async function rowsUnder(figure: Element): Promise<Wanted[]> {
  const cells = all('td', figure).filter((each) => has('number', each) && text(each) !== '–');
  return Promise.all(
    cells.map(async (cell) => {
      const { row, dataset, field } = traceOf(partsOf(cell));
      const { value } = await named(cell);
      return wantedOf(`${dataset} ${field}`, row, value);
    }),
  );
}

const wantedOf = (name: string, row: ReadonlyMap<string, string>, value: number): Wanted => ({
  series: `${name} ${[...row]
    .filter(([key]) => key !== 'year')
    .sort()
    .join(' ')}`,
  year: Number(row.get('year')),
  value,
});

describe.each(languages)('in %s', (language) => {
  test.each(charts)('%s draws each of its rows where its value is, and nothing else', async (id) => {
    const page = await pageOf(language, 'charts', id);
    const [figure] = all('figure', page).filter((each) => each.attribs['id'] === `figure-${id}`);
    const rows = await rowsUnder(figure as Element);
    const pictures = all('svg', figure as Element);
    expect(pictures).toHaveLength(2);
    expect(rows.length).toBeGreaterThan(2);
    for (const [n, svg] of pictures.entries()) {
      const says = `${id} ${language}, picture ${n + 1}`;
      const colours = coloursRead(svg, language);
      if (colours) {
        // A map shows its values as colours of its key.
        expect(
          colours.toSorted((a, b) => a - b),
          says,
        ).toEqual(rows.map(({ value }) => value).sort((a, b) => a - b));
        continue;
      }
      const drawn = rowsDrawn(readFrames(framesOf(svg, language)), rows, says);
      expect(drawn.size, says).toBe(rows.length);
    }
  });

  test.each(charts)('the numbers written into %s are those of its rows', async (id) => {
    const page = await pageOf(language, 'charts', id);
    const [figure] = all('figure', page).filter((each) => each.attribs['id'] === `figure-${id}`);
    const rows = await rowsUnder(figure as Element);
    for (const svg of all('svg', figure as Element)) {
      const labels = all('text', svg).filter(
        (each) => each.attribs['fill'] !== 'var(--chart-muted)' && !isInKey(each),
      );
      for (const label of labels.map(text)) {
        const number = readNumber(label, language);
        if (number === undefined) continue;
        const decimals = /[.,](\d+)$/.exec(label)?.[1]?.length ?? 0;
        expect(
          rows.some(({ value }) => Math.abs(value - number) <= 0.5 * 10 ** -decimals + 1e-9),
          `${id}: ${label}`,
        ).toBe(true);
      }
    }
  });

  test('the small charts of places draw the whole series of each of their places', async () => {
    let count = 0;
    for (const place of await readdir(join(inject('published'), language, 'places'))) {
      const page = await pageOf(language, 'places', place);
      for (const section of all('section', page).filter((each) => has('indicator', each))) {
        const [svg] = all('svg', section);
        const numbers = all('data', section);
        if (!svg) continue;
        const traces = numbers.map((each) => traceOf(partsOf(each)));
        const rows: Wanted[] = [];
        for (const { dataset, version, row, field } of traces) {
          const found = await release(dataset, version);
          for (const each of rowsWith(found, new Map([['place', row.get('place') ?? '']])))
            if (typeof each[field] === 'number')
              rows.push(
                wantedOf(
                  dataset,
                  new Map(found.primaryKey.map((key) => [key, String(each[key])])),
                  each[field],
                ),
              );
        }
        const drawn = rowsDrawn(readFrames(framesOf(svg, language)), rows, `${place} ${traces[0]?.dataset}`);
        expect(drawn.size, `${place} ${traces[0]?.dataset}`).toBe(rows.length);
        count += 1;
      }
    }
    expect(count).toBeGreaterThan(10);
  });
});
