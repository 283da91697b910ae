import type { Position } from './topology.ts';

/** What part of the globe a map shows: its edges in degrees. */
export interface MapFrame {
  west: number;
  south: number;
  east: number;
  north: number;
}

/**
 * A line drawn to the edge wherever it leaves the frame. As every line is moved in the same way,
 * neighbours keep their border, and outlines still close around what lies within.
 */
export const drawnIn = (line: readonly Position[], { west, south, east, north }: MapFrame): Position[] =>
  line.map(([x, y]) => [Math.min(east, Math.max(west, x)), Math.min(north, Math.max(south, y))]);

/** A line without the points that it passes within `detail` degrees (Douglas and Peucker, 1973). */
export function simplified(line: readonly Position[], detail: number): Position[] {
  const [first] = line;
  const last = line.at(-1);
  if (line.length < 3 || !first || !last) return [...line];
  let [farthest, at] = [-1, 0];
  for (const [n, point] of line.entries()) {
    const distance = distanceTo(point, first, last);
    if (n > 0 && n < line.length - 1 && distance > farthest) [farthest, at] = [distance, n];
  }
  if (farthest <= detail) return [first, last];
  return [...simplified(line.slice(0, at + 1), detail).slice(0, -1), ...simplified(line.slice(at), detail)];
}

/** The distance of a point to a piece of line, in the units of both. */
function distanceTo([x, y]: Position, [fromX, fromY]: Position, [toX, toY]: Position): number {
  const [stepX, stepY] = [toX - fromX, toY - fromY];
  const length = stepX ** 2 + stepY ** 2;
  const part = length === 0 ? 0 : ((x - fromX) * stepX + (y - fromY) * stepY) / length;
  const along = Math.min(1, Math.max(0, part));
  return Math.hypot(x - fromX - along * stepX, y - fromY - along * stepY);
}

/** The area of a closed line in square degrees, whichever way it runs. */
export const areaOf = (ring: readonly Position[]): number =>
  Math.abs(
    ring.reduce((sum, [x, y], n) => {
      const [nextX, nextY] = ring[(n + 1) % ring.length] ?? [x, y];
      return sum + x * nextY - nextX * y;
    }, 0) / 2,
  );

const steps = 40;

/** Where within a closed line a name has most room: names are about three times as wide as they are high. */
export function labelPoint(ring: readonly Position[]): Position {
  const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)];
  const [west, east] = [Math.min(...xs), Math.max(...xs)];
  const [south, north] = [Math.min(...ys), Math.max(...ys)];
  const narrow = ring.map(([x, y]): Position => [x / 3, y]);
  let best: { score: number; point: Position } = {
    score: -Infinity,
    point: [(west + east) / 2, (south + north) / 2],
  };
  for (let n = 1; n < steps * steps; n += 1) {
    const x = west + ((east - west) * (n % steps)) / steps;
    const y = south + ((north - south) * Math.floor(n / steps)) / steps;
    if (!isWithin([x, y], ring)) continue;
    const room = Math.min(
      ...narrow.map((point, at) => distanceTo([x / 3, y], point, narrow[(at + 1) % narrow.length] ?? point)),
    );
    // Of points with as much room the one in the middle.
    const score = room - Math.hypot(x - (west + east) / 2, y - (south + north) / 2) / 1000;
    if (score > best.score) best = { score, point: [x, y] };
  }
  return best.point;
}

const isWithin = ([x, y]: Position, ring: readonly Position[]): boolean =>
  ring.reduce((within, [fromX, fromY], n) => {
    const [toX, toY] = ring[(n + 1) % ring.length] ?? [fromX, fromY];
    const crosses = fromY > y !== toY > y && x < fromX + ((y - fromY) / (toY - fromY)) * (toX - fromX);
    return crosses ? !within : within;
  }, false);
